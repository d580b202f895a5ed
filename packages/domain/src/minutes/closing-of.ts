import { amountInWords } from "#money";
import { dayName, momentName } from "#time";
import type { MinutesFacts, MinutesReply } from "./minutes-facts.ts";
import { heading, type PaperBlock, paragraphs, text } from "./paper.ts";
import { rupiahOf } from "./sum-villages.ts";

const named = (name: string): string | null => (name.trim() === "" ? null : name);

/** What was said to the draft, the closing words, who signs, and where anybody checks the paper. */
export function closingOf(facts: MinutesFacts): readonly PaperBlock[] {
  const { snapshot, texts } = facts;
  const { meeting, guests, kecamatan } = snapshot;
  const camat = (name: string) =>
    guests.find((guest) => guest.kecamatan === name && guest.place === null && /camat/i.test(guest.office))
      ?.name ?? null;
  return [
    heading("Keberatan dan konfirmasi sesudah rapat"),
    ...repliesOf(facts),
    heading("Penutup"),
    ...paragraphs(texts.closing),
    {
      kind: "signatures",
      signers: [
        { office: "Pimpinan rapat", name: named(meeting.leader) },
        { office: "Notulis", name: named(meeting.secretary) },
        ...kecamatan.map((name) => ({ office: `Camat ${name}`, name: camat(name) })),
      ],
    },
    {
      kind: "check",
      text: "Pindai kode ini untuk memeriksa nomor, tanggal, jumlah dan keadaan berita acara ini.",
    },
  ];
}

function repliesOf({ replies, snapshot, objectionsUntil, state }: MinutesFacts): readonly PaperBlock[] {
  const inHall = snapshot.villages.filter(({ mark }) => mark === "objected");
  const lines = [
    ...inHall.map(
      (village) =>
        `${village.name}, dalam rapat: keberatan atas ${amountInWords(rupiahOf(village))}${village.objection === null ? "" : `, “${village.objection}”`}.`,
    ),
    ...replies.map(replyLine),
  ];
  const period =
    objectionsUntil === null
      ? "Draf ini belum dibagikan untuk ditanggapi."
      : `Draf dibagikan kepada peserta dan dapat ditanggapi sampai ${dayName(objectionsUntil)}.`;
  const none = state === "final" ? "Tidak ada keberatan." : "Belum ada keberatan.";
  return [text(period), lines.length === 0 ? text(none) : { kind: "list", items: lines }];
}

function replyLine({ kind, place, text: said, at, answer, answeredAt }: MinutesReply): string {
  const what = kind === "confirmed" ? "membenarkan" : "keberatan";
  const words = said === null ? "" : `: “${said}”`;
  const answered =
    answer === null
      ? kind === "objected"
        ? " Belum ditanggapi."
        : ""
      : ` Tanggapan pimpinan rapat, ${momentName(answeredAt!)}: “${answer}”.`;
  return `${place}, ${momentName(at)}, ${what}${words}.${answered}`;
}
