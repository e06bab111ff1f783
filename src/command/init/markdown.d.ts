/** A text as it is in the file: Vite puts it into the build. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
