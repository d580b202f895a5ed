import type { TextPair, Texts } from "./language.ts";

const id = {
  page: {
    title: "Nomor telepon",
    lead: "Nomor ini tampil untuk semua orang: di beranda, bantuan, dan halaman galat.",
    hint: "Seperti dipencet di telepon, misalnya 0751 91234 atau 0812 3456 7890. Kosongkan bila tidak ada.",
    submit: "Simpan nomor",
    saved: "Nomor tersimpan dan sudah tampil untuk umum.",
    wrong: "Nomor ini tidak dapat ditelepon. Tulis satu nomor, lengkap dengan kode daerah.",
    wrongWhatsapp: "WhatsApp memerlukan satu nomor HP, misalnya 0812 3456 7890.",
  },
  names: {
    cityPhone: "Telepon kota",
    cityWhatsapp: "WhatsApp kota",
    branchPhone: "Telepon cabang BPJS Ketenagakerjaan",
    branchWhatsapp: "WhatsApp cabang BPJS Ketenagakerjaan",
    careLine: "Layanan Masyarakat BPJS Ketenagakerjaan",
  },
  call: (number: string) => `Telepon ${number}`,
  write: (number: string) => `WhatsApp ${number}`,
  missing: "belum diisi; admin sistem kota mengisinya",
} as const;

const en: Texts<typeof id> = {
  page: {
    title: "Telephone numbers",
    lead: "Everybody sees these numbers: on the home page, in the help and on error pages.",
    hint: "As dialled, for example 0751 91234 or 0812 3456 7890. Leave empty where there is none.",
    submit: "Save the numbers",
    saved: "The numbers are saved and shown to the public.",
    wrong: "This number cannot be dialled. Write one number with its area code.",
    wrongWhatsapp: "WhatsApp needs one mobile number, for example 0812 3456 7890.",
  },
  names: {
    cityPhone: "City, telephone",
    cityWhatsapp: "City, WhatsApp",
    branchPhone: "BPJS Ketenagakerjaan branch, telephone",
    branchWhatsapp: "BPJS Ketenagakerjaan branch, WhatsApp",
    careLine: "BPJS Ketenagakerjaan care line",
  },
  call: (number) => `Call ${number}`,
  write: (number) => `WhatsApp ${number}`,
  missing: "not filled in; the city’s administrator does that",
};

export const contactTexts: TextPair<typeof id> = { id, en };
