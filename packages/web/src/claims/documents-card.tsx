import { documentStates, missingOf } from "@tuwai/domain/claims";
import type { Claim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { typedIn, OperationField } from "#shell";
import { Button, Card, Choices, Disclosure, FileField, SelectField, Tag } from "#ui";
import { claimPath } from "./claim-code.ts";
import styles from "./claims.module.css";
import { type Forms, StepForm } from "./step-form.tsx";

type Document = Claim["documents"][number];

/** What is missing first, with who issues it; then where everything else is. */
export function DocumentsCard(forms: Forms): ReactElement {
  const t = useTexts(claimPageTexts).documents;
  const language = useLanguage();
  const to = useLocalPath();
  const { documents, can, steps } = forms.claim;
  const missing = documents.filter(({ state }) => state === "missing");
  const there = documents.filter(({ state }) => state !== "missing");
  const needed = missingOf(documents).length;
  const mayMark = can.upload && steps.includes("document");
  const n = (value: number) => formatNumber(language, value);
  return (
    <Card title={needed === 0 ? t.none : t.missing(n(needed))} id="berkas">
      <p className="quiet small">{t.of(n(there.length), n(documents.length))}</p>
      {missing.length > 0 && (
        <ul className={styles["docs"]}>
          {missing.map((document) => (
            <Missing key={document.code} document={document} forms={forms} mayMark={mayMark} />
          ))}
        </ul>
      )}
      {there.length > 0 && (
        <Disclosure summary={t.has(n(there.length))} isOpen={missing.length === 0}>
          <ul className={styles["docs"]}>
            {there.map((document) => (
              <There key={document.code} document={document} claim={forms.claim} />
            ))}
          </ul>
        </Disclosure>
      )}
      {can.help && steps.includes("document") && (
        <p>
          <a href={to(`${claimPath(forms.claim.code)}/surat`)}>{t.letters}</a>
        </p>
      )}
      {mayMark && <Upload {...forms} />}
    </Card>
  );
}

function useNames(code: string) {
  const { names } = useTexts(claimPageTexts).documents;
  return names[code as keyof typeof names] ?? { name: code, issuer: "" };
}

type MissingProps = { readonly document: Document; readonly forms: Forms; readonly mayMark: boolean };

function Missing({ document: { code, isOptional }, forms, mayMark }: MissingProps) {
  const t = useTexts(claimPageTexts).documents;
  const { name, issuer } = useNames(code);
  return (
    <li>
      <div>
        <Tag status={isOptional ? "waiting" : "arrears"}>{isOptional ? t.optional : t.states.missing}</Tag>{" "}
        {name}
        <small>{t.from(issuer)}</small>
      </div>
      {mayMark && (
        <form method="post" className="actions">
          <input type="hidden" name="langkah" value="document" />
          <input type="hidden" name="dokumen" value={code} />
          <OperationField id={forms.operations[`document${code}`] ?? ""} />
          <Button look="plain" small name="keadaan" value="have" aria-label={t.markHaveWhat(name)}>
            {t.markHave}
          </Button>
          {isOptional && (
            <Button look="plain" small name="keadaan" value="not-needed" aria-label={t.markNoneWhat(name)}>
              {t.markNone}
            </Button>
          )}
        </form>
      )}
    </li>
  );
}

function There({ document, claim }: { readonly document: Document; readonly claim: Claim }) {
  const t = useTexts(claimPageTexts).documents;
  const to = useLocalPath();
  const { name, issuer } = useNames(document.code);
  const { id, fileName, state } = document;
  return (
    <li>
      <div>
        {name}
        <small>{t.from(issuer)}</small>
      </div>
      <Tag status={state === "have" ? "active" : "done"}>{t.states[state]}</Tag>
      {id !== null && fileName !== null && claim.can.download && (
        <a href={to(`${claimPath(claim.code)}/berkas/${id}`)} aria-label={t.openWhat(name)}>
          {t.open}
        </a>
      )}
    </li>
  );
}

function Upload(forms: Forms) {
  const t = useTexts(claimPageTexts).documents;
  const typed = typedIn(forms, "document");
  const { documents } = forms.claim;
  return (
    <Disclosure summary={t.upload} isOpen={forms.failed?.act === "document"}>
      <StepForm step="document" forms={forms} hasFile>
        <SelectField
          name="dokumen"
          label={t.which}
          options={[
            { value: "", label: "" },
            ...documents.map(({ code }) => ({
              value: code,
              label: t.names[code as keyof typeof t.names]?.name ?? code,
            })),
          ]}
          defaultValue={typed["dokumen"]}
        />
        <Choices
          name="keadaan"
          label={t.state}
          options={documentStates.map((value) => ({ value, label: t.states[value] }))}
          value={typed["keadaan"] ?? "have"}
        />
        <FileField
          name="berkas"
          label={t.file}
          hint={t.fileHint}
          accept=".pdf,image/jpeg,image/png,image/webp"
        />
        <div>
          <Button look="plain">{t.submit}</Button>
        </div>
      </StepForm>
    </Disclosure>
  );
}
