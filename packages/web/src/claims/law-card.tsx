import type { Claim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Disclosure } from "#ui";

/** Every rule that the figures and limits of the case rest on, with its mark, and what the law leaves open. */
export function LawCard({ claim }: { readonly claim: Claim }): ReactElement {
  const t = useTexts(claimPageTexts).law;
  const all = [...claim.sources, ...(claim.deadlines?.sources ?? [])];
  const lines = [
    ...new Set(
      all.map(({ instrument, article, mark }) => `${instrument}, ${article}|${wordOf(t.marks, mark)}`),
    ),
  ];
  const questions = claim.estimate?.questions ?? [];
  return (
    <Disclosure summary={t.title}>
      {lines.length === 0 && <p>{t.none}</p>}
      <ul>
        {lines.map((line) => {
          const [rule, mark] = line.split("|");
          return (
            <li key={line}>
              <span lang="id">{rule}</span> <span className="quiet">({mark})</span>
            </li>
          );
        })}
      </ul>
      {questions.length > 0 && (
        <>
          <p>
            <strong>{t.questions}</strong>
          </p>
          <ul>
            {questions.map((question) => (
              <li key={question}>{wordOf(t.asked, question)}</li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}
