/** A style sheet as text: Vite reads the file and, where the build is minified, minifies it. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
