// A village's list of 450 people for the drills, another for every round: good rows, rows twice, rows with a broken NIK.
const repair = 8;
const duplicate = 8;
const distinct = 450 - repair - duplicate;

const given =
  "Syafril Rosmaniar Yusnidar Zulkifli Afrizal Erniwati Nurbaiti Syamsuar Jasman Darmawati Hendri Mardiana Basrizal Yulinar Amrizal Fatimah Ridwan Nurhayati Masril Asmawati Bustami Desmawati Irwan Elfina Junaidi".split(
    " ",
  );
const family =
  "Amri Zen Tanjung Koto Piliang Sikumbang Caniago Guci Jambak Melayu Mandailing Panyalai Bendang Dalimo Kampai Payobada Pisang Simabur Tobing Sumpadang".split(
    " ",
  );
const works = ["Nelayan", "Tukang ojek", "Buruh tani", "Penjual ikan", "Kuli angkut"];

/** @param {number} round counted from 0 @returns {{ text: string, distinct: number, repair: number, duplicate: number }} */
export function villageList(round) {
  const rows = Array.from({ length: distinct }, (_, index) => rowOf(round, index));
  const twice = rows.slice(0, duplicate);
  const broken = Array.from({ length: repair }, (_, index) => {
    const [name, , ...rest] = rowOf(round, distinct + index).split(";");
    return [name, "1,37795E+15", ...rest].join(";");
  });
  const text = ["Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan", ...rows, ...broken, ...twice, ""].join(
    "\n",
  );
  return { text, distinct, repair, duplicate };
}

/** @param {number} round @param {number} index */
function rowOf(round, index) {
  const at = round * 450 + index;
  const day = two(1 + (index % 28));
  const month = two(1 + (round % 12));
  const year = 60 + (at % 30);
  const serial = String(1 + (at % 9_999)).padStart(4, "0");
  const name = `${given[at % given.length]} ${family[Math.floor(at / given.length) % family.length]}`;
  const nik = `137795${day}${month}${year}${serial}`;
  const card = `137796${day}${month}${year}${serial}`;
  return [name, nik, card, `${day}-${month}-19${year}`, "L", works[at % works.length]].join(";");
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}
