import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { useTexts } from "#language/use-texts.ts";
import { Disclosure } from "#ui";
import styles from "./fill.module.css";
import { spreadOf, type Typed } from "./fill-sums.ts";
import type { FillPage } from "./load-fill.ts";

/** How the people fall to the groups, each of which may be said otherwise. */
export function SplitFold({
  page,
  typed,
  change,
}: {
  readonly page: FillPage;
  readonly typed: Typed;
  readonly change: (next: Partial<Typed>) => void;
}): ReactElement | null {
  const t = useTexts(meetingFillTexts).form;
  const words = useTexts(commitmentTexts).groups;
  const spread = spreadOf(typed, page.groups);
  if (page.groups.length < 2) return null;
  const heads = new Map(spread.outcome === "spread" ? spread.lines.map((one) => [one.group, one.heads]) : []);
  return (
    <Disclosure summary={t.split} isOpen={Object.values(typed.bagi).some((said) => said !== "")}>
      <p className="hint">{t.splitHint}</p>
      <div className={styles["split"]}>
        {page.groups.map(({ group, unprotected }) => (
          <SplitLine
            key={group}
            name={`orang-${group}`}
            label={words[group]}
            hint={t.open(String(unprotected))}
            value={typed.bagi[group] ?? ""}
            placeholder={String(heads.get(group) ?? 0)}
            onType={(said) => change({ bagi: { ...typed.bagi, [group]: said } })}
          />
        ))}
      </div>
    </Disclosure>
  );
}

function SplitLine(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onType: (said: string) => void;
}) {
  return (
    <>
      <label htmlFor={props.name}>
        {props.label}
        <small>{props.hint}</small>
      </label>
      <input
        type="text"
        id={props.name}
        name={props.name}
        inputMode="numeric"
        autoComplete="off"
        value={props.value}
        placeholder={props.placeholder}
        onChange={(event) => props.onType(event.currentTarget.value)}
      />
    </>
  );
}
