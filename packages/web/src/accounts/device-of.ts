import type { Language } from "#language/language.ts";
import { passwordTexts } from "#language/passwords.ts";

const browsers = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["Firefox", "Firefox"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;

/** The kind of device behind a session, as far as its browser says: enough to recognise one's own. */
export function deviceOf(language: Language, userAgent: string | null): string {
  const t = passwordTexts[language].sessions;
  const agent = userAgent ?? "";
  const browser = browsers.find(([mark]) => agent.includes(mark))?.[1];
  if (!agent.startsWith("Mozilla")) return t.program;
  const kind = /Android|iPhone|Mobile/.test(agent) ? t.phone : t.computer;
  return browser === undefined ? kind : `${kind}, ${browser}`;
}
