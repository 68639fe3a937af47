export { PlanDocument } from './plan-document.tsx';
export { renderPlanPdf } from './plan-pdf.ts';
export { type PlanSection, planSections } from './sections.ts';
export { fullName, type PlanView, versionLabel } from './view.ts';
