/* The invented release in the publisher's layout, for whoever reads what the statistics keep of it. */
export { eesFile, type Row, zipOf } from '../../src/capabilities/statistics/ees-examples.ts';
