import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Kalender di HP",
  lead: "Satu alamat rahasia untuk kalender di HP atau komputer Anda: tindak lanjut kantor Anda dan semua rakor.",
  none: "Belum ada alamat kalender.",
  since: (when: string) => `Alamat kalender berlaku sejak ${when}.`,
  holds: "Tanpa nama orang. Siapa pun yang memegang alamat ini dapat membacanya; cabut bila tersebar.",
  make: "Buat alamat kalender",
  makeAgain: "Buat alamat baru, yang lama mati",
  revoke: "Cabut alamat",
  once: "Salin sekarang; alamat ini hanya ditampilkan sekali. Tempelkan di kalender sebagai langganan (subscribe).",
  again: "Alamat itu sudah ditampilkan dan tidak disimpan. Buat alamat baru bila tidak sempat disalin.",
  revoked: "Alamat dicabut. Kalender yang memakainya tidak diperbarui lagi.",
} as const;

const en: Texts<typeof id> = {
  title: "Calendar on your phone",
  lead: "One secret address for the calendar on your phone or computer: what your office has to do, and all meetings.",
  none: "There is no calendar address yet.",
  since: (when) => `The calendar address holds since ${when}.`,
  holds: "No names of persons. Whoever has the address can read it; revoke it when it has spread.",
  make: "Make a calendar address",
  makeAgain: "Make a new address, the old one ends",
  revoke: "Revoke the address",
  once: "Copy it now; it is shown once only. Paste it into a calendar as a subscription.",
  again: "That address was shown and is not kept. Make a new one if it was not copied.",
  revoked: "The address is revoked. Calendars that use it are no longer brought up to date.",
};

export const calendarTexts: TextPair<typeof id> = { id, en };
