-- Working out a session needs which records are kept from a family, and nothing of those it has been told of.
alter policy platform on request_attention
  using ((select current_setting('opensend.platform', true)) = 'on' and family_told_on is null);
