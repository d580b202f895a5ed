import type { Random } from "./random.ts";

/** One person of a household before it has a name. */
export type HouseholdPlace = {
  readonly relation: "head" | "spouse" | "child" | "parent" | "other";
  readonly age: number;
  /** Undefined for children: their sex is drawn so that the kecamatan meets its known share of men. */
  readonly sex?: "male" | "female";
  readonly isTwin?: boolean;
};

const HEAD_AGES = {
  "24-29": 9, "30-34": 12, "35-39": 14, "40-44": 14, "45-49": 13, "50-54": 12, "55-59": 10, "60-64": 8, "65-74": 7, "75-84": 1,
}; // oxfmt-ignore

/** The people of one household by relation and age, in the order of a family card. */
export function composeHousehold(random: Random): HouseholdPlace[] {
  const kind = random.draw({ couple: 64, childless: 5, lone: 8, elder: 5, extended: 16, young: 2 });
  if (kind === "elder") return composeElders(random);
  if (kind === "young") return composeYoung(random);
  const age = ageWithin(random, random.draw(HEAD_AGES));
  if (kind === "lone") {
    return [{ relation: "head", age, sex: "female" }, ...composeChildren(random, age)];
  }
  const spouseAge = Math.max(19, age - random.int(-2, 8));
  const couple: HouseholdPlace[] = [
    { relation: "head", age, sex: "male" },
    { relation: "spouse", age: spouseAge, sex: "female" },
  ];
  if (kind === "childless") return couple;
  const parents: HouseholdPlace[] =
    kind === "extended"
      ? [
          {
            relation: "parent",
            age: Math.min(91, age + random.int(19, 28)),
            sex: random.chance(0.7) ? "female" : "male",
          },
        ]
      : [];
  return [...couple, ...composeChildren(random, spouseAge), ...parents];
}

/** Children still at home: the grown-up ones have mostly moved out. About one birth in ninety is of twins. */
function composeChildren(random: Random, motherAge: number): HouseholdPlace[] {
  const born = Number(random.draw({ "0": 3, "1": 8, "2": 24, "3": 30, "4": 21, "5": 10, "6": 4 }));
  const children: HouseholdPlace[] = [];
  let age = motherAge - random.int(20, 28);
  for (let count = 0; count < born && age >= 0; count += 1) {
    if (isStillAtHome(random, age)) children.push({ relation: "child", age });
    if (random.chance(0.011) && isStillAtHome(random, age))
      children.push({ relation: "child", age, isTwin: true });
    age -= random.int(2, 5);
  }
  return children;
}

function isStillAtHome(random: Random, age: number): boolean {
  if (age < 20) return true;
  if (age < 26) return random.chance(0.75);
  return random.chance(age < 33 ? 0.4 : 0.12);
}

function composeElders(random: Random): HouseholdPlace[] {
  const age = random.int(58, 82);
  if (random.chance(0.45)) {
    return [
      { relation: "head", age, sex: "male" },
      { relation: "spouse", age: age - random.int(0, 7), sex: "female" },
    ];
  }
  return [{ relation: "head", age, sex: random.chance(0.75) ? "female" : "male" }];
}

function composeYoung(random: Random): HouseholdPlace[] {
  const size = random.int(1, 3);
  return Array.from({ length: size }, (_, place) => ({
    relation: place === 0 ? "head" : "other",
    age: random.int(19, 27),
  }));
}

function ageWithin(random: Random, band: string): number {
  const [low = "30", high = "40"] = band.split("-");
  return random.int(Number(low), Number(high));
}
