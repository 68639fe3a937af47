declare module 'notifications-node-client' {
  type Options = { personalisation: Record<string, string>; reference: string };
  type Call = { method: string; url: string; data?: unknown; headers: Record<string, string> };
  type Answer = Promise<{ data: unknown }>;
  export class NotifyClient {
    constructor(baseUrl: string, apiKey: string);
    constructor(apiKey: string);
    /** What makes the HTTP requests, in place of the library's own. */
    setClient(call: (call: Call) => Answer): void;
    sendEmail(templateId: string, email: string, options: Options): Answer;
    sendSms(templateId: string, phone: string, options: Options): Answer;
    getNotifications(type?: string, status?: string, reference?: string): Answer;
  }
}
