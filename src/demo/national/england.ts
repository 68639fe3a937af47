import { AREAS } from '../../platform/reference/areas.ts';

export type AuthorityOfEngland = {
  code: number;
  name: string;
  region: string;
  onsCode: string;
  plans: number;
};

/**
 * How many plans each authority maintained in January 2025. Department for Education, Education, health and care plans, reporting
 * year 2025 (Open Government Licence v3.0).
 */
const PLANS = `
201 26, 202 1607, 203 3244, 204 3681, 205 1779, 206 2119, 207 819, 208 3316, 209 3696, 210 3552,
211 4555, 212 3175, 213 1429, 301 3063, 302 4320, 303 3267, 304 3791, 305 4395, 306 5232, 307 4040,
308 4970, 309 2954, 310 2689, 311 3005, 312 3469, 313 3382, 314 1958, 315 2730, 316 1199, 317 3391,
318 2018, 319 2582, 320 3663, 330 12094, 331 3477, 332 3805, 333 4064, 334 2503, 335 4743, 336 3148,
340 2789, 341 6814, 342 2179, 343 3736, 344 4858, 350 3604, 351 2804, 352 8875, 353 3652, 354 2970,
355 3387, 356 3506, 357 3473, 358 3143, 359 3579, 370 3044, 371 3142, 372 3623, 373 5952, 380 7493,
381 2556, 382 4475, 383 6093, 384 3857, 390 1923, 391 3095, 392 2298, 393 1776, 394 3000, 420 17,
800 2469, 801 4931, 802 2644, 803 3236, 805 966, 806 2019, 807 1492, 808 2442, 810 3245, 811 3695,
812 1983, 813 1664, 815 5486, 816 1556, 821 2723, 822 2170, 823 4035, 825 7217, 826 2982, 830 7625,
831 3735, 838 4333, 839 4432, 840 5390, 841 1122, 845 4939, 846 2800, 850 17784, 851 2310, 852 2785,
855 7196, 856 4057, 857 376, 860 8461, 861 3405, 865 6383, 866 2772, 867 1654, 868 1342, 869 1685,
870 1966, 871 2192, 872 2206, 873 8007, 874 2908, 876 1712, 877 2309, 878 9848, 879 3081, 880 1643,
881 14240, 882 1992, 883 2508, 884 1717, 885 6970, 886 20635, 887 3041, 888 12317, 889 1522, 890 1661,
891 5422, 892 1909, 893 3016, 894 2439, 895 4871, 896 3808, 908 4949, 916 6412, 919 12920, 921 1799,
925 8420, 926 12147, 929 3873, 931 7307, 933 5725, 935 8837, 936 16069, 937 6868, 938 9301, 940 4551,
941 4153, 942 2893, 943 2377
`;

const REGIONS = new Map(AREAS.filter(({ kind }) => kind === 'region').map(({ code, name }) => [code, name]));
const COUNTS = new Map([...PLANS.matchAll(/(\d{3}) (\d+)/g)].map(([, code, plans]) => [code, Number(plans)]));

/** The 153 authorities as they have been since April 2023. */
export const AUTHORITIES: readonly AuthorityOfEngland[] = AREAS.filter(
  ({ kind, abolished }) => kind === 'authority' && abolished === null,
).map(({ code, name, region, onsCode }) => ({
  ...{ code: Number(code), name, onsCode },
  region: REGIONS.get(region ?? '') ?? '',
  plans: COUNTS.get(code) ?? 0,
}));

/** Those whose place an authority took, which were published by their own codes before. */
export function predecessorsOf(code: number): { before: string; successors: readonly number[] }[] {
  return AREAS.flatMap(({ code: before, abolished }) => {
    const successors = abolished?.into.map(Number) ?? [];
    return successors.includes(code) ? [{ before, successors }] : [];
  });
}
