export type CleanText = {
  readonly text: string;
  /** Something other than a plain space at the edge was removed or rewritten. */
  readonly wasCleaned: boolean;
};

/** Marks that turn the direction of writing, and signs without width: they hide what a text says. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
// oxlint-disable-next-line no-control-regex -- control signs are what is removed here
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;

/** NFC, without invisible and direction marks, every run of white space one space, nothing at the edges. Letters stay. */
export function cleanText(written: string): CleanText {
  const text = written
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(CONTROL, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return { text, wasCleaned: text !== written.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "") };
}
