/** Whether what came in place of a file is a web page: a server that answers everything with one. */
export const isPage = (text: string): boolean => /^\s*</.test(text);
