const zone = "Asia/Jakarta";
const day = new Intl.DateTimeFormat("id-ID", { dateStyle: "full", timeZone: zone });
const date = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: zone });
const clock = new Intl.DateTimeFormat("id-ID", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: zone,
});

/** "Jumat, 18 Desember 2026", as a letter says it. */
export const spellDay = (at: Date): string => day.format(at);

/** "18 Desember 2026" */
export const spellDate = (at: Date): string => date.format(at);

/** "09.00" */
export const spellTime = (at: Date): string => clock.format(at).replace(":", ".");
