declare module 'notifications-node-client' {
  type Options = { personalisation: Record<string, string>; reference: string };
  export class NotifyClient {
    constructor(baseUrl: string, apiKey: string);
    constructor(apiKey: string);
    sendEmail(templateId: string, email: string, options: Options): Promise<{ data: { id: string } }>;
    sendSms(templateId: string, phone: string, options: Options): Promise<{ data: { id: string } }>;
    getNotifications(
      type?: string,
      status?: string,
      reference?: string,
    ): Promise<{ data: { notifications: { id: string }[] } }>;
  }
}
