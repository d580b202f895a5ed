import type { WriteSheet } from "hucre/xlsx";
import {
  accepted,
  blank,
  cardOf,
  duplicate,
  header,
  hide,
  nikOf,
  note,
  refused,
  sheetOf,
  type OfficeLine,
} from "./fixture-sheet.ts";

export type OfficeWorkbook = {
  readonly file: string;
  readonly kind: "village-list" | "village-officers";
  /** Village whose operator sends it. */
  readonly village: string;
  readonly sheet: number;
  readonly lines: readonly OfficeLine[];
  readonly sheets: readonly WriteSheet[];
};

/** 1. As good as it gets: one title, one header, people, a total and a signature. */
const tidyLines = [
  note(["DAFTAR PEKERJA RENTAN DESA NARAS HILIR KECAMATAN PARIAMAN UTARA"]),
  blank([" "]),
  header(["No", "NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "L/P", "Pekerjaan", "No HP"]),
  accepted(["1", nikOf("1979-05-03", 1), "SYAFRIL", "Pariaman", "03-05-1979", "L", "Nelayan", "0812-6700-1234"]),
  accepted(["2", nikOf("1983-11-25", 1, "P"), "ROSMANIAR", "Naras", "25/11/1983", "P", "Pedagang", "081267001235"]),
  accepted(["3", nikOf("1990-01-31", 2), "Zulkifli, S.Pd", "Pariaman", "31 Januari 1990", "LK", "Ojek", ""]),
  accepted(["4", nikOf("1965-08-17", 4), "H. Bagindo Amir", "Sikapak", "1965-08-17", "Laki-laki", "Labai", "-"]),
  refused(["5", nikOf("1977-02-10", 1).slice(0, 15), "MARDIANA", "Pariaman", "10-02-1977", "P", "Buruh cuci", ""], "E-NIK-LEN", "W-DATE"),
  accepted(["6", nikOf("1988-12-12", 3, "P"), "YUSNIDAR", "Pariaman", "12-12-1988", "P", "Penjahit", ""]),
  accepted(["7", nikOf("1992-07-04", 1), "DEDI SAPUTRA", "Padang", "05-07-1992", "L", "Sopir", ""], "W-NIK-MISMATCH", "W-DATE"),
  refused(["8", "", "ALI UMAR", "", "", "L", "Petani", ""], "E-IDENT"),
  note(["", "", "Jumlah", "8 orang"]),
  blank([" "]),
  note(["", "", "", "", "", "Naras Hilir, 3 Mei 2026"]),
  note(["", "", "", "", "", "Kepala Desa Naras Hilir"]),
  blank([" "]),
  note(["", "", "", "", "", "SYAMSUAR"]),
]; // oxfmt-ignore

/**
 * 2. The ugliest: a cover sheet first; three lines of letterhead; a header over two merged lines, then column numbers;
 * numbers as numbers; dates in five shapes; formulas; an empty column; hidden rows; a second page; people of another village.
 */
const uglyLines = [
  note(["PEMERINTAH KOTA PARIAMAN"]),
  note(["KECAMATAN PARIAMAN TENGAH"]),
  note(["DAFTAR NAMA-NAMA PEKERJA RENTAN CALON PESERTA BPJS KETENAGAKERJAAN KELURAHAN KAMPUNG JAWA II TAHUN ANGGARAN 2026"]),
  blank([" "]),
  header(["No.\nUrut", "", "NAMA LENGKAP\n(sesuai KTP)", "NOMOR INDUK\nKEPENDUDUKAN (NIK)", "NO. KK", "Tempat / Tanggal Lahir", null, "L/P", "Kelurahan", "Penghasilan /bulan", "Ket."]),
  header([null, null, null, null, null, "Tempat", "Tgl", null, null, null, null]),
  header(["1", "", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
  note(["", "", "RT 01 KORONG PASA"]),
  accepted([1, "", "JASMAN DT. RAJO BASA", nikOf("1971-03-09", 2, "L", "91"), cardOf(1, "91"), "Pariaman", { day: "1971-03-09" }, "L", "Kampung Jawa II", 1_200_000, ""]),
  accepted([{ formula: "A9+1", shows: 2 }, "", "NURLELA", nikOf("1980-10-20", 1, "P", "91"), cardOf(1, "91"), "Pariaman", "20 Okt 1980", "Pr", "Kp. Jawa II", "Rp 900.000,-", ""], "W-VILLAGE"),
  refused([3, "", "ERIZAL", Number(nikOf("1985-06-15", 1, "L", "91")), cardOf(2, "91"), "Pariaman", "15-06-85", "Lk", "Kampung Jawa II", "750.000", ""], "E-NUM", "W-DATE"),
  accepted([4, "", "ASNIMAR", nikOf("1969-09-01", 3, "P", "91").replace(/(\d{4})(?=\d)/g, "$1 "), cardOf(3, "91"), "Sungai Limau", 25_447, "P", "Kampung Jawa II", "1,000,000", ""], "W-DATE"),
  hide(accepted([5, "", "ARMEN", nikOf("1978-04-28", 1, "L", "91"), cardOf(4, "91"), "Pariaman", "28/4/78", "L", "Kampung Jawa II", "", ""])),
  refused([6, "", "DESMAWATI", { formula: 'CONCATENATE("1377","91")', shows: nikOf("1982-02-14", 1, "P", "91") }, cardOf(5, "91"), "Padang", "14-02-1982", "P", "Kampung Jawa II", "", ""], "E-FORMULA"),
  note(["", "", "RT 02"]),
  refused([7, "", "SAFRUDIN", nikOf("1975-07-30", 1, "L", "93"), cardOf(6, "93"), "Naras", "30-07-1975", "L", "Naras Hilir", "", "pindah tugas"], "E-SCOPE"),
  refused([8, "", "RAHMI", nikOf("1991-05-05", 2, "P", "91"), cardOf(7, "91"), "Pariaman", "05-05-1991", "P", "Kp. Baru", "", ""], "E-VILLAGE"),
  refused([9, "", "RAHMAT", nikOf("1991-01-15", 2, "L", "91"), cardOf(7, "91"), "Pariaman", "31-02-1991", "L", "Kampung Jawa II", "", ""], "E-DATE"),
  header(["No.\nUrut", "", "NAMA LENGKAP\n(sesuai KTP)", "NOMOR INDUK\nKEPENDUDUKAN (NIK)", "NO. KK", "Tempat / Tanggal Lahir", null, "L/P", "Kelurahan", "Penghasilan /bulan", "Ket."]),
  refused([10, "", "YUSRI", nikOf("1987-12-24", 1, "L", "91"), cardOf(8, "91"), "Pariaman", "24-12-1987", "L", "Kampung Jawa II", "", ""], "E-DUP-FILE"),
  refused([11, "", "YUSRIZAL", nikOf("1987-12-24", 1, "L", "91"), cardOf(8, "91"), "Pariaman", "24-12-1987", "L", "Kampung Jawa II", "", ""], "E-DUP-FILE"),
  duplicate([12, "", "Jasman Dt Rajo Basa", nikOf("1971-03-09", 2, "L", "91"), cardOf(1, "91"), "Pariaman", "09 Maret 1971", "LK", "KAMPUNG JAWA II", "Rp1.200.000", "ganda?"]),
  refused([13, "", "ALM. BURHANUDDIN", nikOf("1960-08-08", 5, "L", "91"), cardOf(9, "91"), "Pariaman", "08-08-1960", "L", "Kampung Jawa II", "", "meninggal dunia"], "E-DEAD", "E-DEAD"),
  accepted([14, "", "SUHARTI", "belum ada", cardOf(10, "91"), "Solok", "17-03-1984", "P", "Kampung Jawa II", "", "KTP hilang"], "W-NIK-ABSENT"),
  hide(accepted([15, "", "MAIZAR", nikOf("1973-11-11", 1, "L", "91"), cardOf(11, "91"), "Pariaman", "11-11-1973", "L", "Kampung Jawa II", "1e6", ""], "W-AMOUNT")),
  blank([16]),
  blank([17]),
  note(["", "", "JUMLAH", "", "", "", "", "", "", { formula: "SUM(J9:J26)", shows: 5_050_000 }]),
  note(["", "", "", "", "", "", "", "Pariaman, 12 Februari 2026"]),
  note(["", "", "Mengetahui,", "", "", "", "", "Operator,"]),
  note(["", "", "Lurah Kampung Jawa II"]),
  blank([" "]),
  note(["", "", "ZULFAHMI, S.STP", "", "", "", "", "RINA"]),
  note(["", "", "NIP. 198001012005011001"]),
]; // oxfmt-ignore

const coverLines = [
  note(["REKAPITULASI"]),
  note(["Kelurahan", "Jumlah Laki-laki", "Jumlah Perempuan"]),
  note(["Kampung Jawa II", 9, 6]),
]; // oxfmt-ignore

/** 3. Numbers spoilt in every way, and the cells that attackers and copied web pages leave. */
const spoiltLines = [
  header(["NIK", "No KK", "Nama Pekerja Rentan", "Jenis Kelamin", "Alamat", "Telp", "Tgl Lahir"]),
  accepted([`'${nikOf("1979-05-13", 11)}`, cardOf(21), "SYAHRIL", "L", "Jl. Diponegoro 1", "+62 812 6700 1240", "13-05-1979"]),
  accepted([toFullWidth(nikOf("1981-04-22", 12, "P")), cardOf(22), "Nurhayâti", "P", "<script>alert(1)</script>", "", "22-04-1981"]),
  accepted([`${nikOf("1976-10-30", 13)}\u00A0`, cardOf(23), "AMRAN\u202E RAJO", "L", "'; DROP TABLE persons;--", "", "30-10-1976"]),
  accepted([nikOf("1986-01-19", 14, "P").replace(/(\d{6})(\d{6})/, "$1.$2."), cardOf(24), "ERNAWATI", "P", "=HYPERLINK(\"http://x\",\"klik\")", "", "19-01-1986"]),
  refused(["1,37793E+15", cardOf(25), "BASRI", "L", "", "", "16-06-1974"], "E-NUM"),
  refused([Number(nikOf("1970-05-20", 15)), cardOf(26), "ANWAR", "L", "", "", "20-05-1970"], "E-NUM"),
  refused(["0000000000000000", cardOf(27), "TIMAR", "P", "", "", "21-03-1972"], "E-NIK-LEN"),
  refused([`${nikOf("1970-05-20", 15)}7`, cardOf(28), "LISMAR", "P", "", "", "20-05-1970"], "E-NIK-LEN"),
  refused([nikOf("1970-05-20", 1).replace(/0001$/, "0000"), cardOf(29), "NASRUL", "L", "", "", "20-05-1970"], "E-NIK-DATE"),
  refused([nikOf("1970-02-31", 3), cardOf(30), "NASRI", "L", "", "", "28-02-1970"], "E-NIK-DATE"),
  refused([nikOf("1970-13-10", 3), cardOf(31), "YARNIS", "P", "", "", "10-12-1970"], "E-NIK-DATE", "W-DATE"),
  refused([nikOf("1984-09-14", 16), nikOf("1984-09-14", 16), "HENDRI", "L", "", "", "14-09-1984"], "E-KK"),
  refused([nikOf("1995-03-27", 17, "P"), Number(cardOf(32)), "FITRI", "P", "", "", "27-03-1995"], "E-NUM"),
  accepted([nikOf("1996-08-16", 18), "137793", "ROBI", "L", "", 81_267_001_299, "16-08-1996"], "W-KK", "W-NUM"),
  accepted(["-", cardOf(33), "ROSNA", "P", "", "12345", "18-08-1958"], "W-NIK-ABSENT", "W-PHONE"),
  refused([nikOf("1993-06-23", 19), cardOf(34), "12345678", "L", "", "", "23-06-1993"], "E-NAME"),
  refused([nikOf("1993-06-23", 20), cardOf(35), "INDRA", "banci", "", "", "23-06-1993"], "E-SEX"),
  refused([nikOf("1993-06-24", 21), cardOf(36), "A".repeat(5_000), "L", "", "", "24-06-1993"], "E-LEN"),
  refused([nikOf("1993-06-25", 22), cardOf(37), "MASA DEPAN", "L", "", "", "25-06-2993"], "E-DATE-FUTURE"),
  accepted([nikOf("1967-07-07", 23, "P"), cardOf(38), "Siti Ḥafṣah 🌾", "P", "Jl. Sudirman\nRT 02", "", "07-07-1967"]),
]; // oxfmt-ignore

/** 4. Combined birth column, headers spelled wrong, a remark in the middle, an old list on the next sheet, text beside the list. */
const combinedLines = [
  note(["Data Pekerja Rentan Th. 2026 (hasil musdes)"]),
  header(["NO", "NAMA LENGKAP", "NO. KTP", "TTL", "JK", "PEKERJAAN", "DESA", "KETERANGAN"]),
  accepted([1, "AFRIZAL", nikOf("1974-01-21", 1, "L", "94"), "Pariaman, 21-01-1974", "L", "Nelayan", "Naras Hilir", ""]),
  accepted([2, "DARMAWATI", nikOf("1979-12-31", 2, "P", "94"), "Naras/31 Desember 1979", "P", "Pedagang", "NARAS HILIR", "istri alm. Kamal"]),
  note(["", "Catatan: nomor 3 s.d. 5 menunggu KTP baru"]),
  accepted([3, "ERMAN", nikOf("1990-06-18", 3, "L", "94"), "Pariaman 18 Juni 1990", "L", "Buruh", "Desa Naras Hilir", ""]),
  accepted([4, "JUSMANIAR", nikOf("1968-02-29", 4, "P", "94"), "29-02-1968", "P", "Petani", "Naras Hilir", "", "cek lagi"], "W-EXTRA"),
  accepted([5, "KHAIRUL", nikOf("1985-10-10", 5, "L", "94"), "Pariaman", "L", "Ojek", "Naras Hilir", ""]),
  accepted([6, "LINDA", nikOf("1999-03-04", 6, "P", "94"), "Pariaman, 03-04-1999", "P", "Pedagang", "Naras Hilir", ""], "W-DATE"),
  refused([7, "MASRIL", nikOf("1980-08-22", 7, "L", "94"), "Pariaman, 22-08-1980", "L", "Petani", "Kampuang Baru Entah", ""], "E-VILLAGE"),
  refused([8, "", nikOf("1980-08-22", 8, "L", "94"), "Pariaman, 22-08-1980", "L", "Petani", "Naras Hilir", ""], "E-MISSING"),
  note(["Sumber: musyawarah desa tanggal 2 Mei 2026"]),
]; // oxfmt-ignore

const oldLines = [
  header(["NO", "NAMA", "NO. KTP"]),
  accepted([1, "AFRIZAL", nikOf("1974-01-21", 1, "L", "94")]),
]; // oxfmt-ignore

/** 5. Village officers: two groups under one header each, decrees, fixed incomes. */
const officerHeader = header([
  "No",
  "Nama",
  "NIK",
  "Jabatan",
  "Tanggal Lahir",
  "No. SK",
  "Tgl SK",
  "Siltap (Rp)",
  "Desa",
]);
const officerLines = [
  note(["DATA APARATUR PEMERINTAH DESA NARAS HILIR"]),
  note(["A. PERANGKAT DESA"]),
  officerHeader,
  accepted([1, "SYAMSUAR", nikOf("1970-04-14", 1), "Kepala Desa", { day: "1970-04-14" }, "141/05/2021", { day: "2021-06-01" }, 3_500_000, "Naras Hilir"]),
  accepted([2, "NELI ARNI, S.E", nikOf("1988-09-09", 2, "P"), "Sekretaris Desa", "09-09-1988", "141/06/2021", "01/06/2021", "2.500.000,00", "Naras Hilir"]),
  accepted([3, "FAUZAN", nikOf("1994-10-23", 3), "Kaur Keuangan", "23 Okt '94", "141/07/2021", "", "Rp. 2.000.000", "Naras Hilir"]),
  refused([4, "RIKO", nikOf("1996-01-17", 4), "", "17-01-1996", "", "", "2.000.000", "Naras Hilir"], "E-MISSING"),
  blank([5]),
  note(["B. BADAN PERMUSYAWARATAN DESA (BPD)"]),
  officerHeader,
  accepted([1, "H. DASRIL", nikOf("1962-03-30", 5), "Ketua BPD", "30-03-1962", "141/11/2022", "", 750_000, "Naras Hilir"]),
  accepted([2, "YENTI", nikOf("1980-05-15", 6, "P"), "Anggota BPD", "15-05-1980", "", "", "-750000", "Naras Hilir"], "W-AMOUNT"),
  note(["", "Jumlah", "", "", "", "", "", 12_750_000]),
]; // oxfmt-ignore

export const officeWorkbooks: readonly OfficeWorkbook[] = [
  { file: "1-rapi", kind: "village-list", village: "Naras Hilir", sheet: 1, lines: tidyLines, sheets: [sheetOf("Sheet1", tidyLines, ["A1:H1"])] },
  {
    file: "2-kop-tiga-baris",
    kind: "village-list",
    village: "Kampung Jawa II",
    sheet: 2,
    lines: uglyLines,
    sheets: [
      sheetOf("Rekap", coverLines),
      sheetOf("DATA", uglyLines, ["A1:K1", "A2:K2", "A3:K3", "F5:G5", "C5:C6", "D5:D6", "E5:E6"]),
    ],
  },
  { file: "3-angka-rusak", kind: "village-list", village: "Naras Hilir", sheet: 1, lines: spoiltLines, sheets: [sheetOf("Lembar1", spoiltLines), sheetOf("Lembar2", [])] },
  { file: "4-ttl-gabung", kind: "village-list", village: "Naras Hilir", sheet: 1, lines: combinedLines, sheets: [sheetOf("2026", combinedLines), sheetOf("2024 lama", oldLines)] },
  { file: "5-aparatur", kind: "village-officers", village: "Naras Hilir", sheet: 1, lines: officerLines, sheets: [sheetOf("Aparatur", officerLines, ["A1:I1"])] },
]; // oxfmt-ignore

function toFullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
