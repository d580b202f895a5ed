import { may } from "@tuwai/server/access";
import { listVillageOfficials } from "@tuwai/server/accounts";
import type { Actor, App } from "@tuwai/server/app";
import { type Call, listCalls } from "@tuwai/server/calls";
import { kindOfCode, parseRegionCode } from "@tuwai/domain/regions";
import { callTexts } from "#language/calls.ts";
import { contributionTexts } from "#language/contributions.ts";
import { localPath, type Language } from "#language/language.ts";
import { wordOf } from "#language/word-of.ts";
import type { NameCard } from "#ui";
import { sayReason } from "./call-words.ts";

export type Calls = { readonly cards: readonly NameCard[]; readonly urgent: number };

type Place = { readonly code: string; readonly name: string; readonly href: string };

/** Whom this reader should call today, at most three, as cards. */
export async function callsFor(
  [app, actor]: readonly [App, Actor],
  of: { readonly language: Language; readonly places: readonly Place[] },
): Promise<Calls> {
  const { today, calls } = await listCalls(app, actor);
  const heads = await headsOf(app, actor);
  const cards = calls.map((call) => {
    const { language } = of;
    return "villageCode" in call.who
      ? villageCard(call, { ...of, today, heads, villageCode: call.who.villageCode, actor })
      : payerCard(call, { language, today, payer: call.who.payer });
  });
  return { cards, urgent: calls.filter(({ reason }) => reason.isUrgent).length };
}

/** The head of each village, for whom the matrix gives officials. */
async function headsOf(app: App, actor: Actor): Promise<ReadonlyMap<string, string>> {
  if (!may(actor, "village_official.read")) return new Map();
  const officials = Map.groupBy(await listVillageOfficials(app, actor), ({ role }) => role);
  return new Map((officials.get("KDS") ?? []).map(({ villageCode, name }) => [villageCode, name]));
}

type Told = { readonly language: Language; readonly today: Parameters<typeof sayReason>[1]["today"] };
type VillageTold = Told & {
  readonly actor: Actor;
  readonly villageCode: string;
  readonly places: readonly Place[];
  readonly heads: ReadonlyMap<string, string>;
};

function villageCard(call: Call, told: VillageTold): NameCard {
  const { language, today, villageCode, places, heads, actor } = told;
  const t = callTexts[language];
  const place = places.find(({ code }) => code === villageCode);
  const name = place?.name ?? villageCode;
  const code = parseRegionCode(villageCode);
  const kind = code !== undefined && kindOfCode(code) === "kelurahan" ? "kelurahan" : "desa";
  const { mark, why, say } = sayReason(call.reason, { language, kind, today });
  const also = call.also.map((reason) => sayReason(reason, { language, kind, today }).mark.toLowerCase());
  const head = heads.get(villageCode);
  const title = t.officials[kind];
  const isTitled = head?.toLowerCase().startsWith(title.toLowerCase()) ?? false;
  const named = isTitled ? head : `${title}: ${head ?? ""}`;
  const who = head === undefined ? t.noAccount[kind] : named;
  const isWritten = may(actor, "village_contact.write");
  return {
    id: villageCode,
    region: villageCode,
    name,
    href: place?.href,
    ...(who !== undefined && may(actor, "village_official.read") ? { who } : {}),
    mark: { status: "arrears", text: mark },
    why,
    ...(also.length === 0 ? {} : { also: t.also([...new Set(also)].join(", ")) }),
    ...(say === undefined ? {} : { say }),
    ...(hasNumber(call) ? {} : { missing: t.noNumber }),
    actions: [
      ...numberActions(call, { name, language, text: t.message(name, why, say ?? "") }),
      ...(!hasNumber(call) && isWritten
        ? [
            {
              href: localPath(language, `/kontak-desa/${villageCode}`),
              text: t.fill,
              label: t.fillLabel(name),
              icon: "phone" as const,
            },
          ]
        : []),
    ],
  };
}

const hasNumber = ({ contact }: Call): boolean =>
  contact !== null && (contact.phone !== null || contact.whatsapp !== null);

type Reached = { readonly name: string; readonly language: Language; readonly text: string };

/** A message that a person opens and sends; without a number it is sent to whomever the reader chooses. */
function numberActions({ contact }: Call, { name, language, text }: Reached): NameCard["actions"] {
  const t = callTexts[language];
  const to = contact?.whatsapp?.replace("+", "") ?? "";
  const call = contact?.phone ?? contact?.whatsapp;
  return [
    ...(call == null
      ? []
      : [{ href: `tel:${call}`, text: t.call, label: t.callLabel(name), icon: "phone" as const }]),
    {
      href: `https://wa.me/${to}?text=${encodeURIComponent(text)}`,
      text: t.whatsapp,
      label: t.whatsappLabel(name),
      icon: "meeting",
      isOutside: true,
    },
  ];
}

/** Another payer: an office by its name, or whose money it is. */
function payerCard(
  { reason }: Call,
  { language, today, payer }: Told & { readonly payer: string },
): NameCard {
  const t = callTexts[language];
  const name = wordOf(contributionTexts[language].fundSources, payer);
  const { mark, why } = sayReason(reason, { language, kind: "desa", today });
  const isOffice = reason.code === "office-short";
  const path = isOffice
    ? `/iuran/potongan?opd=${encodeURIComponent(payer)}`
    : `/iuran/tagihan?bulan=${reason.month ?? ""}`;
  return {
    id: payer,
    name,
    mark: { status: "arrears", text: mark },
    why,
    actions: [{ href: localPath(language, path), text: t.look, label: t.lookLabel(name) }],
  };
}
