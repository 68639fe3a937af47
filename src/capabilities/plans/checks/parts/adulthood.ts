/** Words by which a line seems to be about adult life, where nobody ticked that it is. Our own list: no source gives one. */
export const OF_ADULT_LIFE =
  /\b(?:adult(?:hood| life)|employ(?:ed|er|ers|ment|ability)|work (?:experience|placement)|jobs?|careers?|apprentice\w*|internships?|college|university|independent living|live (?:independently|on (?:his|her|their) own)|(?:own|manage|managing|handle|handling) (?:\w+ )?money|budget(?:s|ing)?|travel (?:train|independent)\w*|(?:local|wider|in the) community|volunteer\w*|annual health check)/iu;
