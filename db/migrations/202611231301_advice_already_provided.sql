-- Advice that turns out to have been given before is marked so as it is recorded (reg. 6(4)).
grant update (already_provided) on advice_requests to app;
