export { PlanDocument } from './plan-document.tsx';
export { renderPlanPdf } from './plan-pdf.ts';
export { planSections } from './sections.ts';
export { fullName, type PlanView, versionLabel } from './view.ts';
