import type { Paper, PaperBlock } from "@tuwai/domain/minutes";
import type { ReactElement } from "react";
import styles from "./paper-view.module.css";

/** Minutes as a page: block by block the same words as the PDF, in the language of the paper. */
export function PaperView({ paper }: { readonly paper: Paper }): ReactElement {
  const shown = paper.mark;
  return (
    <article className={styles["paper"]} lang="id">
      <header className={styles["head"]}>
        <p>
          <strong>{paper.head}</strong>
        </p>
        <h2>{paper.title}</h2>
        <p>
          <strong>{paper.subject}</strong>
          <br />
          {paper.numberLine}
        </p>
        {shown !== null && <p className={styles["mark"]}>{shown}</p>}
      </header>
      {paper.blocks.map((block, at) => (
        // Blocks are drawn once and never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={at} block={block} at={at} paper={paper} />
      ))}
      <footer className="small">{paper.foot}</footer>
    </article>
  );
}

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

type BlockProps = { readonly block: PaperBlock; readonly at: number; readonly paper: Paper };

function Block({ block, at, paper }: BlockProps): ReactElement {
  switch (block.kind) {
    case "heading": {
      const before = paper.blocks.slice(0, at).filter(({ kind }) => kind === "heading").length;
      return (
        <h3>
          {roman[before]}. {block.text}
        </h3>
      );
    }
    case "annex":
      return <h3 className={styles["annex"]}>{block.text}</h3>;
    case "text":
      return <p>{block.text}</p>;
    case "strong":
      return (
        <p>
          <strong>{block.text}</strong>
        </p>
      );
    case "list":
      return (
        <ol>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      );
    case "table":
      return <PaperTable block={block} />;
    case "signatures":
      return (
        <div className={styles["signatures"]}>
          {block.signers.map(({ office, name }) => (
            <p key={office}>
              {office}
              <span className={styles["room"]} />
              {name === null ? "(...............................)" : <strong>{name}</strong>}
            </p>
          ))}
        </div>
      );
    case "check":
    default:
      return (
        <p className="small">
          {block.text} {paper.address}
        </p>
      );
  }
}

function PaperTable({ block }: { readonly block: Extract<PaperBlock, { kind: "table" }> }): ReactElement {
  const side = (at: number) => (block.columns[at]?.align === "right" ? { className: styles["number"] } : {});
  return (
    <div className={styles["scroll"]} role="region" aria-label={block.caption} tabIndex={0}>
      <table>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {block.columns.map(({ head }, at) => (
              <th key={head} scope="col" {...side(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.slice(0, 3).join("|")}>{cellsOf(row, side)}</tr>
          ))}
        </tbody>
        {block.foot !== null && (
          <tfoot>
            <tr>{cellsOf(block.foot, side)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

const cellsOf = (row: readonly string[], side: (at: number) => object) =>
  row.map((cell, at) => (
    // Cells stand in the order of their columns.
    // oxlint-disable-next-line react/no-array-index-key
    <td key={at} {...side(at)}>
      {cell}
    </td>
  ));
