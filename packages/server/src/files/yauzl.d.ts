/** The part of yauzl 3.4.0 that we use; it ships without types. */
declare module "yauzl" {
  import type { Readable } from "node:stream";

  export type Entry = {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly compressionMethod: number;
    readonly generalPurposeBitFlag: number;
    readonly externalFileAttributes: number;
    readonly relativeOffsetOfLocalHeader: number;
  };

  export type ZipFile = {
    readonly entryCount: number;
    readonly eachEntry: () => AsyncIterable<Entry>;
    readonly openReadStreamPromise: (entry: Entry) => Promise<Readable>;
    readonly close: () => void;
  };

  const yauzl: {
    readonly openPromise: (
      path: string,
      options?: { autoClose?: boolean; strictFileNames?: boolean; validateEntrySizes?: boolean },
    ) => Promise<ZipFile>;
  };
  export default yauzl;
}
