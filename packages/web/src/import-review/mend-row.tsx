import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { importMendingTexts } from "#language/import-mending.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, Disclosure, Icon } from "#ui";
import { alikeName, cellName, placeValue, reasonName, suggestionValue, versionName } from "./mend-names.ts";
import styles from "./mend-rows.module.css";
import type { ShownCell, ShownMendRow } from "./show-mending.ts";

type Props = { readonly row: ShownMendRow };

export function MendRow({ row }: Props): ReactElement {
  const t = useTexts(importMendingTexts);
  return (
    <article className={styles["row"]} aria-labelledby={`nama-${row.key}`}>
      <input type="hidden" name={versionName(row)} value={row.version} />
      <p className={styles["who"]}>
        <span className="quiet small">{t.row(String(row.row))}</span>
        <strong id={`nama-${row.key}`}>{row.name || t.noName}</strong>
        {row.facts !== "" && <span className="quiet small">{row.facts}</span>}
      </p>
      <div className={styles["cells"]}>
        {row.wrong.map((cell) => (
          <CellInput key={cell.column} row={row} cell={cell} isWrong />
        ))}
        <p className={row.isToldAbove ? "hidden-visually" : styles["why"]} id={`sebab-${row.key}`}>
          <Icon name="warning" />
          <span>{row.said}</span>
        </p>
      </div>
      <Suggestions row={row} />
      <div className={styles["acts"]}>
        <Button look="plain" small name="aksi" value="simpan">
          {t.saveRow}
        </Button>
        <More row={row} />
      </div>
    </article>
  );
}

type CellProps = { readonly row: ShownMendRow; readonly cell: ShownCell; readonly isWrong?: boolean };

function CellInput({ row, cell, isWrong = false }: CellProps): ReactElement {
  const t = useTexts(importMendingTexts);
  const isTyped = cell.isHidden || cell.mustRetype;
  const name = cellName(row, cell.column, isTyped);
  return (
    <div className={styles["cell"]}>
      <label htmlFor={name}>
        {cell.header}
        <span className="hidden-visually"> {t.row(String(row.row))}</span>
      </label>
      {isTyped && !cell.isHidden && cell.text !== "" && (
        <span className="quiet small">
          {t.written} <s>{cell.text}</s>
        </span>
      )}
      <input
        type="text"
        id={name}
        name={name}
        data-cell={cell.column}
        {...(isWrong
          ? { "data-wrong": "", "aria-invalid": true, "aria-describedby": `sebab-${row.key}` }
          : {})}
        defaultValue={isTyped ? "" : cell.text}
        placeholder={cell.isHidden ? t.hidden : cell.mustRetype ? t.retype : undefined}
        inputMode={cell.isNumber ? "numeric" : undefined}
        autoComplete="off"
        maxLength={1000}
      />
    </div>
  );
}

function Suggestions({ row }: Props): ReactElement {
  const t = useTexts(importMendingTexts);
  const language = useLanguage();
  return (
    <div className={styles["suggest"]}>
      {row.suggestions.map(({ because, changes }) => {
        const text = changes[0]?.text ?? "";
        const label = changes.length > 1 ? t.useSwap : text === "" ? t.useEmpty : t.use(text);
        return (
          <p key={`${because} ${text}`}>
            <Button look="plain" small name="usul" value={suggestionValue(row, changes)}>
              {label}
            </Button>{" "}
            <span className="small">{t.because[because]}</span>
          </p>
        );
      })}
      {row.alike > 0 && (
        <label className="choice">
          <input type="checkbox" name={alikeName(row)} defaultChecked />
          <span>
            {t.alike(formatNumber(language, row.alike))}{" "}
            <span className="quiet small">{t.alikeWhat(row.wrong[0]?.text || t.empty)}</span>
          </span>
        </label>
      )}
    </div>
  );
}

function More({ row }: Props): ReactElement {
  const t = useTexts(importMendingTexts);
  return (
    <>
      <Disclosure summary={t.others}>
        <div className={styles["others"]}>
          {row.others.map((cell) => (
            <CellInput key={cell.column} row={row} cell={cell} />
          ))}
        </div>
      </Disclosure>
      <Disclosure summary={t.leaveOut}>
        <div className={styles["cell"]}>
          <label htmlFor={reasonName(row)}>{t.leaveOutWhy}</label>
          <select id={reasonName(row)} name={reasonName(row)} defaultValue={row.likelyReason}>
            {Object.entries(t.reasons).map(([reason, text]) => (
              <option key={reason} value={reason}>
                {text}
              </option>
            ))}
          </select>
          <Button look="plain" small name="lewati" value={placeValue(row)}>
            {t.leaveOutDo}
          </Button>
        </div>
      </Disclosure>
    </>
  );
}
