/** Telephone number in E.164, "+628…". */
export type Phone = string & { readonly "~brand": "Phone" };

export type PhoneReading =
  | { readonly status: "kosong" }
  | { readonly status: "format-salah" }
  | {
      readonly status: "wajar";
      readonly phone: Phone;
      readonly kind: "mobile" | "landline";
      readonly others: number;
    };

/**
 * Reads a number as Indonesians write it: 0812…, 62812…, +62 812…, 812… (Excel ate the zero), with dots and dashes.
 * Of several in one cell the first good one is taken and `others` says how many more there are.
 */
export function readPhone(text: string): PhoneReading {
  const tidy = text
    .normalize("NFKC")
    .replace(/[\p{Cf}'"`’]/gu, "")
    .trim();
  if (tidy === "" || /^[-–—0?x.]+$/i.test(tidy) || /^(tidak|tdk|belum|blm|tak)\b/i.test(tidy)) {
    return { status: "kosong" };
  }
  const numbers = tidy.split(/[/;,&\n]|\batau\b|\bdan\b/i).map(readOne);
  const good = numbers.filter((number) => number !== undefined);
  const first = good[0];
  if (first === undefined) return { status: "format-salah" };
  return { status: "wajar", ...first, others: good.length - 1 };
}

/** "+6281234567321" → "08••••••321": enough to recognise one's own, not enough to call. */
export function maskPhone(phone: Phone): string {
  return `08••••••${phone.slice(-3)}`;
}

/** Mobile: 8, then 8 to 11 digits. Landline: area code of 2 or 3 digits and 5 to 8 more, written with its 0 or +62. */
function readOne(text: string): { phone: Phone; kind: "mobile" | "landline" } | undefined {
  const whole = text.trim().replace(/^(\+?\d{8,15})[.,]0{1,2}$/, "$1");
  const symbols = whole.replace(/[\s().\-–—]|ext.*$|hp|wa|telp?\.?|:/gi, "");
  if (!/^\+?\d+$/.test(symbols)) return undefined;
  const national = symbols.replace(/^(\+62|0062|62|0)0?/, "");
  if (/^8[1-9]\d{7,10}$/.test(national)) return { phone: `+62${national}` as Phone, kind: "mobile" };
  const isLandline = /^[2-79]\d{7,10}$/.test(national) && /^(\+62|0)/.test(symbols);
  return isLandline ? { phone: `+62${national}` as Phone, kind: "landline" } : undefined;
}
