/* The 153 authorities with education functions as they have been since April 2023, and how many plans each maintained in January 2025.
   Department for Education, Education, health and care plans, reporting year 2025 (Open Government Licence v3.0). */

export type AuthorityOfEngland = {
  code: number;
  name: string;
  region: string;
  onsCode: string;
  plans: number;
};

const BY_REGION: Readonly<Record<string, string>> = {
  'East Midlands': `
830 Derbyshire E10000007 7625
831 Derby E06000015 3735
855 Leicestershire E10000018 7196
856 Leicester E06000016 4057
857 Rutland E06000017 376
891 Nottinghamshire E10000024 5422
892 Nottingham E06000018 1909
925 Lincolnshire E10000019 8420
940 North Northamptonshire E06000061 4551
941 West Northamptonshire E06000062 4153
`,
  'East of England': `
821 Luton E06000032 2723
822 Bedford E06000055 2170
823 Central Bedfordshire E06000056 4035
873 Cambridgeshire E10000003 8007
874 Peterborough E06000031 2908
881 Essex E10000012 14240
882 Southend-on-Sea E06000033 1992
883 Thurrock E06000034 2508
919 Hertfordshire E10000015 12920
926 Norfolk E10000020 12147
935 Suffolk E10000029 8837
`,
  London: `
201 City of London E09000001 26
202 Camden E09000007 1607
203 Greenwich E09000011 3244
204 Hackney E09000012 3681
205 Hammersmith and Fulham E09000013 1779
206 Islington E09000019 2119
207 Kensington and Chelsea E09000020 819
208 Lambeth E09000022 3316
209 Lewisham E09000023 3696
210 Southwark E09000028 3552
211 Tower Hamlets E09000030 4555
212 Wandsworth E09000032 3175
213 Westminster E09000033 1429
301 Barking and Dagenham E09000002 3063
302 Barnet E09000003 4320
303 Bexley E09000004 3267
304 Brent E09000005 3791
305 Bromley E09000006 4395
306 Croydon E09000008 5232
307 Ealing E09000009 4040
308 Enfield E09000010 4970
309 Haringey E09000014 2954
310 Harrow E09000015 2689
311 Havering E09000016 3005
312 Hillingdon E09000017 3469
313 Hounslow E09000018 3382
314 Kingston upon Thames E09000021 1958
315 Merton E09000024 2730
316 Newham E09000025 1199
317 Redbridge E09000026 3391
318 Richmond upon Thames E09000027 2018
319 Sutton E09000029 2582
320 Waltham Forest E09000031 3663
`,
  'North East': `
390 Gateshead E08000037 1923
391 Newcastle upon Tyne E08000021 3095
392 North Tyneside E08000022 2298
393 South Tyneside E08000023 1776
394 Sunderland E08000024 3000
805 Hartlepool E06000001 966
806 Middlesbrough E06000002 2019
807 Redcar and Cleveland E06000003 1492
808 Stockton-on-Tees E06000004 2442
840 County Durham E06000047 5390
841 Darlington E06000005 1122
929 Northumberland E06000057 3873
`,
  'North West': `
340 Knowsley E08000011 2789
341 Liverpool E08000012 6814
342 St. Helens E08000013 2179
343 Sefton E08000014 3736
344 Wirral E08000015 4858
350 Bolton E08000001 3604
351 Bury E08000002 2804
352 Manchester E08000003 8875
353 Oldham E08000004 3652
354 Rochdale E08000005 2970
355 Salford E08000006 3387
356 Stockport E08000007 3506
357 Tameside E08000008 3473
358 Trafford E08000009 3143
359 Wigan E08000010 3579
876 Halton E06000006 1712
877 Warrington E06000007 2309
888 Lancashire E10000017 12317
889 Blackburn with Darwen E06000008 1522
890 Blackpool E06000009 1661
895 Cheshire East E06000049 4871
896 Cheshire West and Chester E06000050 3808
942 Cumberland E06000063 2893
943 Westmorland and Furness E06000064 2377
`,
  'South East': `
825 Buckinghamshire E10000002 7217
826 Milton Keynes E06000042 2982
845 East Sussex E10000011 4939
846 Brighton and Hove E06000043 2800
850 Hampshire E10000014 17784
851 Portsmouth E06000044 2310
852 Southampton E06000045 2785
867 Bracknell Forest E06000036 1654
868 Windsor and Maidenhead E06000040 1342
869 West Berkshire E06000037 1685
870 Reading E06000038 1966
871 Slough E06000039 2192
872 Wokingham E06000041 2206
886 Kent E10000016 20635
887 Medway E06000035 3041
921 Isle of Wight E06000046 1799
931 Oxfordshire E10000025 7307
936 Surrey E10000030 16069
938 West Sussex E10000032 9301
`,
  'South West': `
420 Isles of Scilly E06000053 17
800 Bath and North East Somerset E06000022 2469
801 Bristol, City of E06000023 4931
802 North Somerset E06000024 2644
803 South Gloucestershire E06000025 3236
838 Dorset E06000059 4333
839 Bournemouth, Christchurch and Poole E06000058 4432
865 Wiltshire E06000054 6383
866 Swindon E06000030 2772
878 Devon E10000008 9848
879 Plymouth E06000026 3081
880 Torbay E06000027 1643
908 Cornwall E06000052 4949
916 Gloucestershire E10000013 6412
933 Somerset E10000027 5725
`,
  'West Midlands': `
330 Birmingham E08000025 12094
331 Coventry E08000026 3477
332 Dudley E08000027 3805
333 Sandwell E08000028 4064
334 Solihull E08000029 2503
335 Walsall E08000030 4743
336 Wolverhampton E08000031 3148
860 Staffordshire E10000028 8461
861 Stoke-on-Trent E06000021 3405
884 Herefordshire, County of E06000019 1717
885 Worcestershire E10000034 6970
893 Shropshire E06000051 3016
894 Telford and Wrekin E06000020 2439
937 Warwickshire E10000031 6868
`,
  'Yorkshire and The Humber': `
370 Barnsley E08000016 3044
371 Doncaster E08000017 3142
372 Rotherham E08000018 3623
373 Sheffield E08000019 5952
380 Bradford E08000032 7493
381 Calderdale E08000033 2556
382 Kirklees E08000034 4475
383 Leeds E08000035 6093
384 Wakefield E08000036 3857
810 Kingston upon Hull, City of E06000010 3245
811 East Riding of Yorkshire E06000011 3695
812 North East Lincolnshire E06000012 1983
813 North Lincolnshire E06000013 1664
815 North Yorkshire E10000023 5486
816 York E06000014 1556
`,
};

/** Every authority, by region and code. */
export const AUTHORITIES: readonly AuthorityOfEngland[] = Object.entries(BY_REGION).flatMap(
  ([region, lines]) =>
    [...lines.matchAll(/^(\d{3}) (.+) (E\d{8}) (\d+)$/gm)].map(
      ([, code, name = '', onsCode = '', plans]) => ({
        code: Number(code),
        name,
        region,
        onsCode,
        plans: Number(plans),
      }),
    ),
);

/** Authorities that are no more, and those that took their place: what was published of them then is shared out among these. */
export const SUCCESSORS: Readonly<Record<number, readonly number[]>> = { 909: [942, 943], 928: [940, 941] };
