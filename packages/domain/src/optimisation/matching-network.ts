import { type Sponsor, type WaitingWorker } from "#matching";
import { directTypes } from "./direct-arcs.ts";
import type { Column, LinearProblem } from "./linear-problem.ts";
import { drawMeetings } from "./meeting-points.ts";
import { noWorth, type PairWorth, worthOf } from "./pair-worth.ts";
import { classesOf, type SlotClass } from "./slot-classes.ts";
import type { Slot } from "./sponsor-slots.ts";
import { typesOf, type WorkerType } from "./worker-types.ts";

/** Points for one of each; `priority` is for every step up the list of priorities. */
export type MatchingWeights = {
  readonly nominated: number;
  readonly priority: number;
  readonly wishes: number;
  readonly sameKecamatan: number;
  readonly sameVillage: number;
};

export type Pair = { readonly worker: WaitingWorker; readonly sponsor: Sponsor };

type Arc = {
  readonly from: number;
  readonly to: number;
  readonly worth: PairWorth | null;
  /** Steps of priority, on the way from a type to its level. */
  readonly steps: number;
  readonly lower: number;
  readonly upper: number;
};

/** A network from places through meeting points to workers; whatever flows through it keeps every promise. */
export type MatchingNetwork = {
  /** With `floors`, no answer has less of any of them: then a flow is no longer whole by itself, unless it is asked to be. */
  readonly problemFor: (
    weights: MatchingWeights,
    floors?: { readonly atLeast: PairWorth; readonly isWhole: boolean },
  ) => LinearProblem;
  readonly pairsOf: (amounts: readonly number[]) => readonly Pair[];
};

type Given = {
  readonly slots: readonly Slot[];
  /** The most urgent first. */
  readonly workers: readonly WaitingWorker[];
  readonly proposed: ReadonlyMap<string, string>;
};

/**
 * Draws the network. Places flow to a worker type directly where a wish, a name or a refusal is to be looked at, else over
 * the meeting point of everybody, of the sponsor's kecamatan or of the village; types flow to their level of priority, and the
 * levels into each other, so that no more urgent level gets fewer sponsors than `proposed` gives it.
 */
export function drawNetwork({ slots, workers, proposed }: Given): MatchingNetwork {
  const scores = [...new Set(workers.map(({ priority }) => priority.score))];
  const levelOf = ({ priority }: WaitingWorker): number => scores.indexOf(priority.score);
  const types = typesOf(workers, slots, levelOf);
  const classes = classesOf(slots, types);
  const arcs: Arc[] = [];
  const nodes: string[] = [];
  const nodeOf = new Map<string, number>();
  const node = (name: string): number => {
    const known = nodeOf.get(name);
    if (known !== undefined) return known;
    nodeOf.set(name, nodes.length);
    return nodes.push(name) - 1;
  };
  const most = Math.min(slots.length, workers.length);
  const join = (from: number, to: number, over: Partial<Arc> = {}): void => {
    arcs.push({ from, to, worth: null, steps: 0, lower: 0, upper: most, ...over });
  };

  const classNodes = classes.map((_, at) => node(`class ${at}`));
  const meeting = drawMeetings(types, { node, join });
  const typeNodes = new Map(types.map((type) => [type, node(type.key)]));
  const reach = directTypes(classes, types, ({ sample }, id) => proposed.get(sample.id) === id);
  classes.forEach((slotClass, at) => {
    for (const type of reach(slotClass))
      join(classNodes[at]!, typeNodes.get(type)!, { worth: worthOf(slotClass.sample, type.sample) });
    for (const { to, worth } of meeting.pointsFor(slotClass)) join(classNodes[at]!, to, { worth });
  });
  meeting.joinTypes((type) => typeNodes.get(type)!);

  const levelNodes = scores.map((_, level) => node(`level ${level}`));
  for (const type of types) {
    for (const [level, members] of type.byLevel) {
      const steps = scores.length - level;
      join(typeNodes.get(type)!, levelNodes[level]!, { steps, upper: members.length });
    }
  }
  const ends = node("end");
  let floor = 0;
  const servedAt = Map.groupBy(
    workers.filter(({ id }) => proposed.has(id)),
    levelOf,
  );
  levelNodes.forEach((from, level) => {
    floor += servedAt.get(level)?.length ?? 0;
    join(from, levelNodes[level + 1] ?? ends, { lower: floor });
  });

  const rows = nodes.map((_, at) => {
    if (at === ends) return { lower: -most, upper: 0 };
    return { lower: 0, upper: classes[at]?.slots.length ?? 0 };
  });
  return {
    problemFor: (weights, floors) => ({
      rows: floors
        ? [...rows, ...floored.map((aim) => ({ lower: floors.atLeast[aim], upper: Infinity }))]
        : rows,
      columns: arcs.map((arc) => columnOf(arc, weights, floors && rows.length)),
      isWhole: floors?.isWhole ?? false,
    }),
    pairsOf: (amounts) =>
      followFlow({ amounts, arcs, classes, types, typeNodes, levelNodes, size: nodes.length }),
  };
}

const floored = ["nominated", "wishes", "sameKecamatan", "sameVillage"] as const;

/** From row `floorsAt` on stand the floors of the aims. */
function columnOf(
  { from, to, worth, steps, lower, upper }: Arc,
  weights: MatchingWeights,
  floorsAt: number | undefined,
): Column {
  const given = worth ?? noWorth;
  const cost = floored.reduce((total, aim) => total + given[aim] * weights[aim], steps * weights.priority);
  const floors =
    floorsAt === undefined
      ? []
      : floored.flatMap((aim, at) => (given[aim] === 0 ? [] : [[floorsAt + at, given[aim]] as const]));
  return { cost, lower, upper, rows: [[from, 1], [to, -1], ...floors] };
}

type Flow = {
  readonly amounts: readonly number[];
  readonly arcs: readonly Arc[];
  readonly classes: readonly SlotClass[];
  readonly types: readonly WorkerType[];
  readonly typeNodes: ReadonlyMap<WorkerType, number>;
  readonly levelNodes: readonly number[];
  readonly size: number;
};

/** Carries each place along the amounts, in the order in which the network was drawn, to a worker. */
function followFlow({ amounts, arcs, classes, types, typeNodes, levelNodes, size }: Flow): readonly Pair[] {
  const held: Sponsor[][] = Array.from({ length: size }, () => []);
  classes.forEach(({ slots }, at) => held[at]!.push(...slots.map(({ sponsor }) => sponsor)));
  const used = arcs.map((arc, at) => ({ ...arc, amount: amounts[at]! })).filter(({ amount }) => amount > 0);
  const leaving = Map.groupBy(used, ({ from }) => from);
  const open = new Map<number, number>();
  for (const { to } of used) open.set(to, (open.get(to) ?? 0) + 1);
  const ready = [...leaving.keys()].filter((from) => !open.has(from)).toSorted((a, b) => a - b);
  const typeOf = new Map([...typeNodes].map(([type, at]) => [at, type]));
  const levelOf = new Map(levelNodes.map((at, level) => [at, level]));
  const pairs: Pair[] = [];
  for (let from = ready.shift(); from !== undefined; from = ready.shift()) {
    for (const { to, amount } of leaving.get(from) ?? []) {
      const moved = held[from]!.splice(0, amount);
      const type = typeOf.get(from);
      const members = type?.byLevel.get(levelOf.get(to) ?? -1);
      if (members) moved.forEach((sponsor, at) => pairs.push({ worker: members[at]!, sponsor }));
      held[to]!.push(...moved);
      const left = open.get(to)! - 1;
      open.set(to, left);
      if (left === 0 && leaving.has(to)) ready.push(to);
    }
  }
  return types.length === 0 ? [] : pairs;
}
