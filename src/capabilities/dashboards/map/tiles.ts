/* Where each of the 153 authorities stands on the map of tiles: our own layout, in which every authority is as large as any
   other, near its neighbours and beside the others of its region. A row from west to east, from north to south; 0 is nothing. */

const ROWS: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 0, 0, 0, 929, 391, 392, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 390, 394, 393, 805, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 942, 943, 840, 841, 808, 806, 807, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 888, 889, 354, 380, 815, 816, 811, 0, 0, 0, 0],
  [0, 0, 0, 0, 890, 359, 350, 353, 381, 383, 384, 810, 0, 0, 0, 0],
  [0, 0, 0, 343, 340, 342, 351, 357, 382, 370, 371, 813, 0, 0, 0, 0],
  [0, 0, 0, 341, 876, 877, 355, 352, 0, 373, 372, 812, 0, 0, 0, 0],
  [0, 0, 0, 344, 896, 895, 358, 356, 830, 831, 892, 891, 925, 0, 0, 0],
  [0, 0, 0, 0, 0, 894, 861, 860, 335, 856, 855, 857, 874, 926, 0, 0],
  [0, 0, 0, 0, 893, 336, 330, 331, 0, 941, 940, 822, 873, 935, 0, 0],
  [0, 0, 0, 0, 332, 333, 334, 937, 0, 310, 821, 823, 919, 881, 0, 0],
  [0, 0, 0, 0, 0, 884, 885, 931, 826, 312, 302, 309, 320, 308, 311, 0],
  [0, 0, 0, 0, 0, 0, 916, 871, 825, 307, 202, 201, 206, 204, 317, 882],
  [0, 0, 0, 0, 0, 803, 866, 869, 868, 205, 304, 213, 211, 316, 301, 883],
  [0, 0, 0, 0, 801, 800, 865, 870, 872, 313, 207, 212, 210, 203, 0, 0],
  [0, 0, 0, 878, 802, 933, 838, 850, 867, 314, 318, 208, 209, 303, 886, 887],
  [0, 0, 0, 908, 879, 880, 839, 0, 852, 936, 315, 319, 306, 305, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 921, 851, 938, 846, 845, 0, 0, 0],
  [420, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
];

export const COLUMNS = ROWS[0]?.length ?? 0;
export const DEEP = ROWS.length;

/** Every tile, in reading order: the three-digit code of its authority, and its column and row from 0. */
export const TILES: readonly { code: string; column: number; row: number }[] = ROWS.flatMap((codes, row) =>
  codes.flatMap((code, column) => (code === 0 ? [] : [{ code: String(code), column, row }])),
);
