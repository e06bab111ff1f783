/** What this room uses of mammoth, whose own types bring Node's with them. See tsconfig.json. */
export interface Mammoth {
  convertToHtml(
    input: {readonly buffer: Uint8Array; readonly arrayBuffer: ArrayBuffer},
    options: {readonly styleMap: string[]; readonly externalFileAccess: false},
  ): Promise<{readonly value: string}>;
}

declare const mammoth: Mammoth;
export default mammoth;
