import { useLocation } from "react-router";
import { languageOf, localPath, type Language, type TextPair, type Texts } from "./language.ts";

/** The language of the page being shown, read from its address. */
export function useLanguage(): Language {
  return languageOf(useLocation().pathname);
}

/** A feature's texts in the language of the page: `const t = useTexts(coverageTexts)`. */
export function useTexts<T>(pair: TextPair<T>): Texts<T> {
  return pair[useLanguage()] as Texts<T>;
}

/** Turns an Indonesian path into one of the page's language: `const to = useLocalPath(); to("/cakupan")`. */
export function useLocalPath(): (path: string) => string {
  const language = useLanguage();
  return (path) => localPath(language, path);
}
