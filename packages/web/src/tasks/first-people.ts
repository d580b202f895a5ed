import type { Actor, App } from "@tuwai/server/app";
import { type ListedArrears, listSoonest } from "@tuwai/server/arrears";
import { listWorkers } from "@tuwai/server/workers";
import { mostCalls } from "@tuwai/domain/calls";
import { monthOf } from "@tuwai/domain/time";
import { formatMonth, formatShortDate } from "#language/format.ts";
import { frontTexts } from "#language/fronts.ts";
import { localPath, type Language } from "#language/language.ts";
import type { NameCard } from "#ui";

/** Whose cover ends next; where they are fewer than three, who waits for somebody to pay. */
export async function firstPeople(app: App, actor: Actor, language: Language): Promise<readonly NameCard[]> {
  const ending = await listSoonest(app, actor, { most: mostCalls });
  const cards = ending.map((row) => endingCard(row, language, app.clock.today()));
  const left = mostCalls - cards.length;
  if (left === 0) return cards;
  const { rows } = await listWorkers(app, actor, { stage: "eligible", most: left });
  const t = frontTexts[language].village;
  return [
    ...cards,
    ...rows.map((worker) => ({
      ...personCard(worker, language),
      mark: { status: "waiting" as const, text: t.waits },
      why: t.waitsWhy,
    })),
  ];
}

function endingCard(row: ListedArrears, language: Language, today: string): NameCard {
  const t = frontTexts[language].village;
  const { safeRescueDay, paidUntil, endsOn } = row;
  const day = safeRescueDay === null ? "" : formatShortDate(language, safeRescueDay);
  const isPast = safeRescueDay !== null && safeRescueDay < today;
  const mark = isPast ? t.endsPast : safeRescueDay === today ? t.endsToday : t.ends(day);
  const ends = endsOn === null ? "" : formatShortDate(language, endsOn);
  return {
    ...personCard(row.person, language),
    mark: { status: "arrears", text: mark },
    why: t.endsWhy(formatMonth(language, monthOf(paidUntil)), ends),
  };
}

type Named = { readonly code?: string; readonly name?: string };

function personCard({ code = "", name = code }: Named, language: Language) {
  const href = localPath(language, `/pekerja/${code}`);
  const t = frontTexts[language].village;
  return { id: code, name, href, actions: [{ href, text: t.look, label: `${t.look}: ${name}` }] };
}
