import type { TextPair, Texts } from "./language.ts";

const id = {
  invitation: {
    subject: (city: string) => `Undangan masuk ke TuWai KeTan ${city}`,
    text: (of: {
      city: string;
      as: string;
      until: string;
      link: string;
      by: string;
    }) => `Anda diundang ke TuWai KeTan ${of.city}${of.as === "" ? "" : ` sebagai ${of.as}`}.

Buka tautan ini dan buat kata sandi Anda sendiri:
${of.link}

Masuk dengan surel: ${of.by}
Tautan ini berlaku sampai ${of.until}, satu kali, dan hanya untuk Anda. Jangan teruskan surat ini.

Bila Anda tidak mengenal undangan ini, abaikan saja dan beri tahu admin sistem di kota Anda.
`,
  },
  reset: {
    subject: (city: string) => `Kata sandi baru untuk TuWai KeTan ${city}`,
    text: (of: {
      city: string;
      as: string;
      until: string;
      link: string;
      by: string;
    }) => `Admin TuWai KeTan ${of.city} membuatkan Anda kode untuk kata sandi baru. Kata sandi lama tidak berlaku lagi; kode kedua Anda tetap.

Buka tautan ini dan buat kata sandi baru:
${of.link}

Masuk dengan surel: ${of.by}
Tautan ini berlaku sampai ${of.until}, satu kali, dan hanya untuk Anda. Jangan teruskan surat ini.

Bila Anda tidak memintanya, beri tahu admin sistem di kota Anda.
`,
  },
} as const;

const en: Texts<typeof id> = {
  invitation: {
    subject: (city) => `Invitation to TuWai KeTan ${city}`,
    text: (of) => `You are invited to TuWai KeTan ${of.city}${of.as === "" ? "" : ` as ${of.as}`}.

Open this link and choose your own password:
${of.link}

Sign in with: ${of.by}
The link is good until ${of.until}, once, and for you alone. Do not pass this letter on.

If you do not know of this invitation, leave it and tell your city’s administrator.
`,
  },
  reset: {
    subject: (city) => `A new password for TuWai KeTan ${city}`,
    text: (
      of,
    ) => `An administrator of TuWai KeTan ${of.city} made you a code for a new password. The old password is void; your second code stays.

Open this link and choose a new password:
${of.link}

Sign in with: ${of.by}
The link is good until ${of.until}, once, and for you alone. Do not pass this letter on.

If you did not ask for it, tell your city’s administrator.
`,
  },
};

export const letterTexts: TextPair<typeof id> = { id, en };
