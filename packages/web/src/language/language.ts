/** The two languages of the screens. Indonesian is the source; English follows it key by key. */
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/** The English twin of an Indonesian table: the same keys, the same arguments, other words. */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : Texts<T[K]>;
};
export type TextPair<T> = { readonly id: T; readonly en: Texts<T> };

/** English addresses are the Indonesian ones behind `/en`; React Router's data requests end in `.data`. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|$|\.data$)/.test(pathname) ? "en" : "id";
}

/** The address of a page in a language: `localPath("en", "/cakupan")` is `/en/cakupan`. */
export function localPath(language: Language, path: string): string {
  if (language === "id") return path;
  return path === "/" ? "/en" : `/en${path}`;
}

/** The same page in the other language, query kept, so that switching never loses one's place. */
export function samePageIn(language: Language, pathname: string, search: string): string {
  const path = languageOf(pathname) === "en" ? pathname.slice("/en".length) : pathname;
  // One slash at the front: two would name another site.
  return localPath(language, `/${path.replace(/^\/+/, "")}`) + search;
}
