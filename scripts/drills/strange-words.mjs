// What a reader stumbles over: codes in place of words, and lines in the other language.

const frequent = {
  en: /^(the|and|of|with|is|are|was|were|for|from|this|that|not|your|you|has|have|been|will|which|without|until|their|by|to)$/,
  id: /^(yang|dan|untuk|dengan|tidak|adalah|belum|dari|sudah|ini|itu|oleh|atau|pada|akan|dalam|bila|sampai|anda|tanpa|supaya)$/,
};

/** Lines of a page that read as the other language: two or more of its small words. @param {string} text @param {"id" | "en"} language */
export function strangeWordsIn(text, language) {
  const other = language === "id" ? frequent.en : frequent.id;
  return linesOf(text).filter(
    (line) => line.split(/[^\p{L}]+/u).filter((word) => other.test(word.toLowerCase())).length >= 2,
  );
}

/** Words that only a program writes: camelCase, dotted or dashed keys, undefined, NaN. @param {string} text */
export function codesIn(text) {
  return linesOf(text).flatMap((line) =>
    line.split(/[\s,;()“”"]+/).filter((word) => isCode(word.replace(/[.:!?]+$/, ""))),
  );
}

/** @param {string} word */
function isCode(word) {
  if (/[@/]|\.(id|com|go|xlsx|csv|pdf|json|ods|zip)\b/.test(word)) return false;
  return (
    /^(undefined|NaN|null|true|false|Infinity)$/.test(word) ||
    /\[object/.test(word) ||
    /^[a-z]+[a-z\d]*[A-Z]\w*$/.test(word) ||
    /^[a-z]+(?:[._][a-z]+)+$/.test(word)
  );
}

/** @param {string} text */
const linesOf = (text) =>
  [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
