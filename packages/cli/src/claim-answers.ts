import type { Actor, App } from "@tuwai/server/app";
import { type Claim, getClaim, listClaims, lookIntoClaim } from "@tuwai/server/claims";
import type { Answer } from "./command-feature.ts";
import { dateText, paragraphs, rupiahText, tableText } from "./indonesian.ts";
import { listPages } from "./list-pages.ts";
import { refusedError } from "./refused-error.ts";

type ListAsked = { readonly stage?: string; readonly village?: string; readonly kind?: string };

/** Claims of the actor's area at one stage. */
export async function list(app: App, actor: Actor, { village, ...asked }: ListAsked): Promise<Answer> {
  const filter = village === undefined ? asked : { ...asked, villageCode: village };
  const claims = await listPages((page) => listClaims(app, actor, { ...filter, page }));
  return {
    document: { claims },
    text: () =>
      claims.length === 0
        ? "Tidak ada klaim pada tahap ini."
        : tableText([
            ["Klaim", "Keadaan", "Desa", "Kejadian", "Perkiraan", "Diterima", "Giliran"],
            ...claims.map((claim) => [
              `KL-${claim.code}`,
              claim.state,
              claim.villageCode,
              claim.happenedOn,
              sum(claim.expected),
              rupiahText(claim.received),
              claim.turn.owner,
            ]),
          ]),
  };
}

/** One claim; names and notes, also names of files, only with a reason. */
export async function show(
  app: App,
  actor: Actor,
  { code: claimCode, reason }: { readonly code: string; readonly reason?: string },
): Promise<Answer> {
  const claim = await getClaim(app, actor, { claimCode });
  if (reason === undefined) return { document: withoutFileNames(claim), text: () => claimText(claim) };
  const opened = await lookIntoClaim(app, actor, { operationId: app.newId(), claimCode, reason });
  if (opened.outcome === "refused") throw refusedError(opened.reasons);
  const { name, notes } = opened;
  return {
    document: { ...claim, name, notes },
    text: () => paragraphs(`Nama: ${name ?? "–"}`, claimText(claim), Object.values(notes).join("\n")),
  };
}

/** Whoever names a file may have written a name into it. */
const withoutFileNames = ({ documents, ...claim }: Claim) => ({
  ...claim,
  documents: documents.map(({ fileName, ...document }) => ({ ...document, hasFile: fileName !== null })),
});

const sum = (amount: number | null): string => (amount === null ? "–" : rupiahText(amount));

function claimText(claim: Claim): string {
  const { dueOn, owner } = claim.turn;
  return paragraphs(
    `KL-${claim.code} · ${claim.kind} · ${claim.state} · ${claim.initials} · ${dateText(claim.happenedOn)}`,
    `Giliran: ${owner}${dueOn === null ? "" : ` sampai ${dateText(dueOn)}`}. Langkah yang dapat diambil: ${claim.steps.join(", ")}.`,
    tableText([
      ["Bagian", claim.isFrozen ? "Perkiraan saat diserahkan" : "Perkiraan hari ini", "Diterima", "Selisih"],
      ...claim.money.map(({ part, expected, received, difference, explanation }) => [
        part,
        rupiahText(expected),
        rupiahText(received),
        explanation === null ? rupiahText(difference) : `${rupiahText(difference)} (${explanation})`,
      ]),
      ["Jumlah", sum(claim.expected), rupiahText(claim.received), ""],
    ]),
    claim.scholarship.total === 0
      ? ""
      : `Beasiswa: perkiraan hingga ${rupiahText(claim.scholarship.total)} untuk ${claim.scholarship.children} anak.`,
    tableText([["Berkas", "Keadaan"], ...claim.documents.map(({ code, state }) => [code, state])]),
  );
}
