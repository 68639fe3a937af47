export type { Appendix } from './appendices.ts';
export { PlanDocument } from './plan-document.tsx';
export { renderPlanPdf } from './plan-pdf.ts';
export type { PlanView } from './view.ts';
