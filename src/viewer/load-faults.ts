/**
 * What says why a file did not come. Every part asks for it here, in the code of the first load: asked for from within
 * a part, it would split that code into two files.
 */
export const loadFaults = (): Promise<typeof import('./faults.js')> => import('./faults.js');
