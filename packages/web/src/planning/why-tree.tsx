import type { WhyNode } from "@tuwai/domain/planner";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import styles from "./planning.module.css";

type Names = Readonly<Record<string, string>>;
type Unit = "months" | "people" | "rupiah";

const units: Readonly<Record<string, Unit>> = { "full-months": "months", cost: "rupiah" };

/** Each number opens to what it is the sum of: the measure, the kecamatan, the village. Works without a script. */
export function WhyTree({
  why,
  names,
}: {
  readonly why: readonly WhyNode[];
  readonly names: Names;
}): ReactElement {
  const t = useTexts(planningTexts).why;
  return (
    <div className={styles["why"]}>
      <p className="quiet">{t.lead}</p>
      {why.map((node) => (
        <Node key={node.code} node={node} names={names} unit={units[node.code] ?? "people"} />
      ))}
    </div>
  );
}

type NodeProps = { readonly node: WhyNode; readonly names: Names; readonly unit: Unit };

function Node({ node, names, unit }: NodeProps): ReactElement {
  const t = useTexts(planningTexts).why;
  const value = useValue();
  const name = node.place === null ? t.codes[node.code] : (names[node.place] ?? node.place);
  const line = (
    <>
      <span>{name}</span> <b>{value(node.value, unit)}</b>
    </>
  );
  if (node.parts.length === 0)
    return (
      <p className={styles["leaf"]}>
        {line}
        {node.factors.length > 0 && <Product factors={node.factors} unit={unit} />}
      </p>
    );
  return (
    <details>
      <summary>{line}</summary>
      {node.parts.map((part) => (
        <Node key={`${part.code} ${part.place}`} node={part} names={names} unit={unit} />
      ))}
    </details>
  );
}

function Product({ factors, unit }: { readonly factors: readonly number[]; readonly unit: Unit }) {
  const t = useTexts(planningTexts).why;
  const value = useValue();
  const language = useLanguage();
  const [people = 0, each = 0] = factors;
  if (unit === "people") return null;
  return <span className="quiet small">{t.product(formatNumber(language, people), value(each, unit))}</span>;
}

function useValue(): (value: number, unit: Unit) => string {
  const t = useTexts(planningTexts).why;
  const language = useLanguage();
  return (value, unit) =>
    unit === "rupiah"
      ? formatRupiah(language, value)
      : unit === "months"
        ? t.months(formatNumber(language, value))
        : t.people(formatNumber(language, value));
}
