/**
 * What this room uses of what browsers, their workers and Node have alike. It is not given the types of either, so
 * that nothing else of them can be used here.
 */
declare class TextDecoder {
  constructor(label?: string, options?: {readonly fatal?: boolean; readonly ignoreBOM?: boolean});
  readonly encoding: string;
  decode(bytes?: Uint8Array): string;
}
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class URL {
  static canParse(address: string, base?: string): boolean;
  constructor(address: string, base?: string | URL);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly origin: string;
  readonly pathname: string;
  readonly searchParams: {get(name: string): string | null};
}
declare function structuredClone<T>(value: T): T;
declare function btoa(bytes: string): string;
