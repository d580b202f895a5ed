import {
  commitmentGroups,
  groupsOfPerson,
  priceHeads,
  segmentOf,
  type VillageKind,
} from "@tuwai/domain/commitments";
import type { DraftFacts, DraftLine, DraftPerson } from "@tuwai/domain/drafts";
import type { Group } from "@tuwai/domain/grants";
import { AppError } from "#app";
import { accountFor, type Head, listHeads, readYear } from "#commitments";
import { asSystem } from "#database";
import { showPerson } from "#people";
import { getCity } from "#regions";
import type { Step } from "#use-case";
import { readRegionName } from "./region-name.view.ts";

export type ReadFacts = {
  readonly villageCode: string;
  readonly facts: DraftFacts;
  readonly personIds: readonly string[];
};

type Asked = { readonly villageCode: string; readonly year: number };

/** Everything that a village's papers say, from its promises and its lists. Throws `not-found`. */
export async function readFacts(step: Step, { villageCode, year }: Asked): Promise<ReadFacts> {
  const { app, tx, area, actor, today } = step;
  const { villages, rules } = await readYear(step, { year, villageCode });
  const [village] = villages;
  if (village === undefined) throw new AppError("not-found", { object: "village" });
  const { kind, kecamatanCode } = village;
  const lines = village.groups.flatMap(({ group, commitment: c }): readonly DraftLine[] => {
    if (c === null || c.heads === 0 || c.state === "ditarik" || c.state === "belum") return [];
    const account = c.account ?? accountFor(rules, kind, group);
    const { heads, months, promised: rupiah, source } = c;
    return [{ group, heads, months, segment: segmentOf(group), rupiah, source, account }];
  });
  const heads = await asSystem(app, (city) => listHeads(city, area, village.villageCode));
  const chosen = chooseHeads(heads, lines);
  const kecamatan = await readRegionName(tx, kecamatanCode);
  return {
    villageCode: village.villageCode,
    personIds: chosen.map(({ head }) => head.personId),
    facts: {
      kind,
      year,
      today,
      lines,
      village: village.name,
      kecamatan: kecamatan.replace(/^Kecamatan /, ""),
      city: getCity(app.config).name,
      people: chosen.map(({ head, group }): DraftPerson => {
        const { code, name } = showPerson(actor.role, head);
        return {
          group,
          code: code ?? "",
          name: name ?? code ?? "",
          position: head.targetGroup === "village-officer" ? head.position : null,
          monthly: monthlyOf({ kind, year, group }, head.wage),
        };
      }),
    },
  };
}

type Chosen = { readonly head: Head; readonly group: Group };

/** As many of each group as were promised: whom the village pays already, then whoever nobody protects; in the order of the groups. */
function chooseHeads(heads: readonly Head[], lines: readonly DraftLine[]): readonly Chosen[] {
  const left = new Map(lines.map((line) => [line.group, line.heads]));
  const own = heads.filter(({ protectedBy }) => protectedBy === null || protectedBy === "village");
  const inOrder = own.toSorted((a, b) => Number(a.protectedBy === null) - Number(b.protectedBy === null));
  const chosen = inOrder.flatMap((head): readonly Chosen[] => {
    const groups = groupsOfPerson(head.targetGroup, head.position);
    const group = groups.find((one) => (left.get(one) ?? 0) > 0);
    if (group === undefined) return [];
    left.set(group, (left.get(group) ?? 0) - 1);
    return [{ head, group }];
  });
  const rank = ({ group }: Chosen) => (commitmentGroups as readonly Group[]).indexOf(group);
  return chosen.toSorted((a, b) => rank(a) - rank(b));
}

const monthlyOf = (
  of: { readonly kind: VillageKind; readonly year: number; readonly group: Group },
  wage: number | null,
): number | null => priceHeads({ ...of, months: 12, wages: [wage] })?.monthly ?? null;
