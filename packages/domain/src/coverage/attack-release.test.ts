import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attackRelease, isSafe } from "./attack-release.ts";
import { rangeOfCount } from "./release-count.ts";
import { releaseCoverage } from "./release-coverage.ts";
import type { CoverageRelease, VillageCount } from "./released-place.ts";

const village = (code: string, numerator: number, listed: number): VillageCount => ({
  code,
  numerator,
  listed,
  estimate: { low: listed, middle: listed + 20, high: listed + 40 },
});

const basesOf = ({ villages, kecamatan, city }: CoverageRelease) =>
  new Map([...villages, ...kecamatan, city].map(({ code, basis }) => [code, basis]));

/** Releases of one month after the other, each knowing all before it. */
function publish(months: readonly (readonly VillageCount[])[]): readonly CoverageRelease[] {
  const made: CoverageRelease[] = [];
  for (const counts of months) {
    const last = made.at(-1);
    made.push(releaseCoverage(counts, last === undefined ? new Map() : basesOf(last), made));
  }
  return made;
}

/** Three villages, of which the first may be small. */
const threeVillages = (covered: number) => [
  village("13.77.01.1001", covered, 45),
  village("13.77.01.1002", 30, 60),
  village("13.77.01.1003", 40, 60),
];

describe("attackRelease", () => {
  it("finds a release that shows one small part by subtraction", () => {
    const [safe] = publish([[village("13.77.01.1001", 4, 60), village("13.77.01.1002", 40, 60)]]);
    const [small, other] = safe!.villages;
    const leaky: CoverageRelease = {
      ...safe!,
      villages: [small!, { ...other!, numerator: 45 }],
      kecamatan: [{ ...safe!.kecamatan[0]!, numerator: 45 }],
      city: { ...safe!.city, numerator: 45 },
    };
    expect(isSafe(attackRelease(safe!, []))).toBe(true);
    expect(attackRelease(leaky, [])[0]).toMatchObject({ attack: "margins", found: 2 });
  });

  it("of what is told for the first time concludes without any margin: nothing has moved since", () => {
    const small = [1001, 1002, 1003].map((place) => village(`13.77.01.${place}`, 9, 60));
    const [first] = publish([[...small, village("13.77.02.1001", 40, 60), village("13.77.02.1002", 30, 60)]]);
    const kecamatan = first!.kecamatan[0]!;
    const leaky: CoverageRelease = {
      ...first!,
      villages: first!.villages.map((place) => ({ ...place, isSmall: place.code.startsWith("13.77.01") })),
      kecamatan: [{ ...kecamatan, numerator: 25 }, first!.kecamatan[1]!],
    };
    // 23 to 27 people in three villages of at most nine: at least five in each.
    expect(attackRelease(leaky, [])[0]).toMatchObject({ found: 3, narrowest: 4 });
    expect(isSafe(attackRelease(first!, []))).toBe(true);
  });

  it("finds a share that is finer than the rounded count, and a count that moved too little", () => {
    const months = [[village("13.77.01.1001", 50, 60)], [village("13.77.01.1001", 52, 60)]];
    const [first] = publish(months);
    const exact = { ...first!.city, percent: 51.3 };
    expect(
      attackRelease({ ...first!, city: exact }, []).find(({ attack }) => attack === "shares")!.found,
    ).toBe(1);
    const second = releaseCoverage(months[1]!, new Map());
    const moved = attackRelease(second, [first!]).find(({ attack }) => attack === "moved-too-little")!;
    expect(moved.found).toBe(3);
  });

  it("whatever happens in twelve months, no release lets a withheld count be told to less than five people", () => {
    const start = fc.array(
      fc.record({ covered: fc.nat(40), listed: fc.integer({ min: 1, max: 90 }), kecamatan: fc.nat(3) }),
      { minLength: 2, maxLength: 14 },
    );
    const steps = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 40, maxLength: 160 });
    fc.assert(
      fc.property(start, steps, (villages, moves) => {
        let at = 0;
        const move = () => moves[(at += 1) % moves.length]!;
        let now = villages.map(({ covered, listed }) => ({ covered: Math.min(covered, listed), listed }));
        const months = Array.from({ length: 12 }, () => {
          now = now.map(({ covered, listed }) => {
            const people = Math.max(1, listed + move());
            return { covered: Math.min(people, Math.max(0, covered + move())), listed: people };
          });
          return now.map(({ covered, listed }, place) =>
            village(`13.77.0${villages[place]!.kecamatan + 1}.${1001 + place}`, covered, listed),
          );
        });
        const releases = publish(months);
        for (const [place, release] of releases.entries()) {
          const attacks = attackRelease(release, releases.slice(0, place));
          expect(attacks.filter(({ found }) => found > 0)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("rangeOfCount", () => {
  it("shows 19 of 21 as 18 to 22, nowhere as all", () => {
    const [release] = publish([[village("13.77.01.1001", 19, 21), village("13.77.01.1002", 30, 60)]]);
    const { numerator, listed } = release!.villages[0]!;
    expect([rangeOfCount(numerator!), rangeOfCount(listed!)]).toEqual([
      { from: 18, to: 22 },
      { from: 18, to: 22 },
    ]);
  });

  it("of zero to nine says only that they are fewer than ten, so that one newcomer changes nothing", () => {
    const [zero, one] = publish([threeVillages(0), threeVillages(1)]);
    expect(zero!.villages[0]).toMatchObject({ numerator: null, isSmall: true, listed: 45 });
    expect(one).toEqual(zero);
  });

  it("a list of 45 new people makes no share smaller, at no level", () => {
    const before = [village("13.77.01.1001", 40, 60), village("13.77.01.1002", 30, 60)];
    const after = before.with(0, { ...before[0]!, listed: 105 });
    const [first, second] = publish([before, after]);
    expect([second!.city.percent, second!.villages[0]!.percent]).toEqual([
      first!.city.percent,
      first!.villages[0]!.percent,
    ]);
  });
});
