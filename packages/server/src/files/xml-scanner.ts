import { RefusedFile } from "./refused-file.ts";

export type XmlHandlers = {
  /** `attributes` is the raw text between name and ">"; read single ones with `attributeOf`. */
  readonly open: (name: string, attributes: string, isEmpty: boolean) => void;
  readonly close: (name: string) => void;
  /** Only called while `wantsText()` is true; may come in pieces. */
  readonly text: (text: string) => void;
  readonly wantsText: () => boolean;
};

const LONGEST_TAG = 1024 * 1024;

/**
 * A reader of the XML that spreadsheets write, fed in pieces, in constant memory. It knows no document types: a DTD,
 * and with it every entity bomb and external reference, is refused. Names come without their namespace prefix.
 */
export function createXmlScanner(
  part: string,
  handlers: XmlHandlers,
): { write: (chunk: string) => void; end: () => void } {
  let rest = "";
  const open: string[] = [];
  return {
    write(chunk) {
      rest = scan(rest === "" ? chunk : rest + chunk, { part, handlers, open });
      if (rest.length > LONGEST_TAG) throw new RefusedFile("E-CORRUPT", { part });
    },
    end() {
      if (rest.trim() !== "" || open.length > 0) throw new RefusedFile("E-CORRUPT", { part });
    },
  };
}

type Scan = { readonly part: string; readonly handlers: XmlHandlers; readonly open: string[] };

/** Handles every complete construct and returns what is left of the last one. */
function scan(buffer: string, state: Scan): string {
  let at = 0;
  while (at < buffer.length) {
    const start = buffer.indexOf("<", at);
    const end = start < 0 ? buffer.length : start;
    const rest = takeText(buffer.slice(at, end), start < 0, state);
    if (start < 0) return rest;
    const next = takeMarkup(buffer, start, state);
    if (next < 0) return buffer.slice(start);
    at = next;
  }
  return "";
}

/** An entity may be cut by the end of the piece: then its beginning is kept for the next one. */
function takeText(text: string, isCut: boolean, { handlers }: Scan): string {
  if (text === "" || !handlers.wantsText()) return "";
  const entity = isCut ? text.lastIndexOf("&") : -1;
  const isOpen = entity >= 0 && text.length - entity < 12 && text.indexOf(";", entity) < 0;
  const whole = isOpen ? text.slice(0, entity) : text;
  if (whole !== "") handlers.text(decodeEntities(whole));
  return isOpen ? text.slice(entity) : "";
}

/** The position after the construct that begins at `start`, or -1 when its end has not come yet. */
function takeMarkup(buffer: string, start: number, state: Scan): number {
  const second = buffer.charCodeAt(start + 1);
  if (Number.isNaN(second)) return -1;
  if (second === 33) return takeDeclaration(buffer, start, state);
  if (second === 63) return after(buffer.indexOf("?>", start), 2);
  const end = endOfTag(buffer, start + 1);
  if (end < 0) return -1;
  if (second === 47) close(localName(buffer.slice(start + 2, end).trim()), state);
  else takeOpenTag(buffer.slice(start + 1, end), state);
  return end + 1;
}

function takeOpenTag(tag: string, state: Scan): void {
  const isEmpty = tag.endsWith("/");
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  state.handlers.open(name, space < 0 ? "" : body.slice(space), isEmpty);
  if (isEmpty) state.handlers.close(name);
  else state.open.push(name);
}

function close(name: string, { part, handlers, open }: Scan): void {
  if (open.pop() !== name) throw new RefusedFile("E-CORRUPT", { part });
  handlers.close(name);
}

function takeDeclaration(buffer: string, start: number, { part, handlers }: Scan): number {
  const head = buffer.slice(start, start + 9);
  if (head.startsWith("<!--")) return after(buffer.indexOf("-->", start + 4), 3);
  if (head === "<![CDATA[") {
    const end = buffer.indexOf("]]>", start + 9);
    if (end >= 0 && handlers.wantsText()) handlers.text(buffer.slice(start + 9, end));
    return after(end, 3);
  }
  if (head.length < 9 && ("<!--".startsWith(head) || "<![CDATA[".startsWith(head))) return -1;
  throw new RefusedFile("E-XML-DTD", { part });
}

function after(position: number, length: number): number {
  return position < 0 ? -1 : position + length;
}

/** The closing ">" that is not inside a quoted value. */
function endOfTag(buffer: string, from: number): number {
  let quote = 0;
  for (let at = from; at < buffer.length; at += 1) {
    const code = buffer.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of one attribute of a raw attribute text; undefined when it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0 && !/\s/.test(attributes.charAt(at - 1))) at = attributes.indexOf(`${name}=`, at + 1);
  if (at < 0) return undefined;
  const quote = attributes.charAt(at + name.length + 1);
  const end = attributes.indexOf(quote, at + name.length + 2);
  if ((quote !== '"' && quote !== "'") || end < 0) return undefined;
  return decodeEntities(attributes.slice(at + name.length + 2, end));
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith("#")) return named.get(name) ?? whole;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
