import { ancestorOf, type RegionCode } from "#regions";
import { noWorth, type PairWorth } from "./pair-worth.ts";
import type { SlotClass } from "./slot-classes.ts";
import type { WorkerType } from "./worker-types.ts";

type Drawing = {
  readonly node: (name: string) => number;
  readonly join: (from: number, to: number) => void;
};

export type Point = { readonly to: number; readonly worth: PairWorth };

export type Meetings = {
  /** The points at which places of this class wait, each with what a worker met there is worth at least. */
  readonly pointsFor: (slotClass: SlotClass) => readonly Point[];
  /** After all points: whom one meets at the last of them. */
  readonly joinTypes: (nodeOfType: (type: WorkerType) => number) => void;
};

const EVERYWHERE = "everywhere";

/**
 * Points where places wait for workers: of the city, a kecamatan, a village, each for all work and for one kind of it, each for what a
 * place can pay, and apart for sponsors who refuse somebody. A place goes on to the narrower points, to workers at last.
 */
export function drawMeetings(types: readonly WorkerType[], { node, join }: Drawing): Meetings {
  const prices = [...new Set(types.map(({ sample }) => sample.price as number))].toSorted((a, b) => b - a);
  const known = new Set<string>();
  const point = (region: string, work: string | null, price: number, careful: boolean): number => {
    const name = `meet ${JSON.stringify([region, work, price, careful])}`;
    known.add(name);
    return node(name);
  };
  const find = (region: string, work: string | null, price: number, careful: boolean): number | undefined => {
    const name = `meet ${JSON.stringify([region, work, price, careful])}`;
    return known.has(name) ? node(name) : undefined;
  };
  const places = new Map(
    types.map(({ sample: { villageCode, workGroup } }) => [
      `${villageCode} ${workGroup}`,
      { villageCode, workGroup },
    ]),
  );
  const joined = new Set<string>();
  const once = (from: number, to: number): void => {
    const way = `${from} ${to}`;
    if (joined.has(way)) return;
    joined.add(way);
    join(from, to);
  };
  for (const careful of [false, true]) {
    prices.forEach((price, step) => {
      for (const { villageCode, workGroup } of places.values()) {
        const ways = [EVERYWHERE, kecamatanOf(villageCode), villageCode];
        const leaf = point(villageCode, workGroup, price, careful);
        ways.forEach((region, at) => {
          const narrower = ways[at + 1];
          once(point(region, null, price, careful), narrower ? point(narrower, null, price, careful) : leaf);
          if (narrower)
            once(point(region, workGroup, price, careful), point(narrower, workGroup, price, careful));
        });
        const cheaper = prices[step + 1];
        if (cheaper !== undefined) once(leaf, point(villageCode, workGroup, cheaper, careful));
        if (!careful) once(leaf, point(villageCode, workGroup, price, true));
      }
    });
  }

  return {
    pointsFor: ({ sample, upTo, refuses, nothingElse }) => {
      const price = prices.find((one) => one <= upTo);
      if (price === undefined) return [];
      const at = (region: string, work: string | null): number | undefined =>
        find(region, work, price, refuses);
      return waysOf(sample.place, sample.wishes, nothingElse).flatMap(({ region, work, worth }) => {
        const to = at(region, work);
        return to === undefined ? [] : [{ to, worth }];
      });
    },
    joinTypes: (nodeOfType) => {
      for (const type of types) {
        const { villageCode, workGroup, price } = type.sample;
        if (type.isClosed) continue;
        join(point(villageCode, workGroup, price, type.refusers.size === 0), nodeOfType(type));
      }
    },
  };
}

type Way = { readonly region: string; readonly work: string | null; readonly worth: PairWorth };
type Wishes = { readonly villages: readonly RegionCode[]; readonly workGroups: readonly string[] };

function waysOf(place: RegionCode | null, wishes: Wishes, nothingElse: boolean): readonly Way[] {
  const own = place === null ? undefined : ancestorOf(place, "kecamatan");
  const nearness = (region: string): PairWorth => {
    if (own === undefined) return noWorth;
    if (region === place && region !== own) return { ...noWorth, sameKecamatan: 1, sameVillage: 1 };
    return region === own || region.startsWith(`${own}.`) ? { ...noWorth, sameKecamatan: 1 } : noWorth;
  };
  const nearby = [
    EVERYWHERE,
    ...(own === undefined ? [] : [own]),
    ...(place === null || place === own ? [] : [place]),
  ];
  const regions = [...new Set([...nearby, ...wishes.villages])];
  return regions.flatMap((region) => {
    const inVillage = wishes.villages.some((village) => village === region) ? 1 : 0;
    return [null, ...new Set(wishes.workGroups)].flatMap((work) => {
      const wishesMet = inVillage + (work === null ? 0 : 1);
      if (nothingElse && wishesMet === 0) return [];
      return [{ region, work, worth: { ...nearness(region), wishes: wishesMet } }];
    });
  });
}

const kecamatanOf = (village: RegionCode): string => ancestorOf(village, "kecamatan") ?? "";
