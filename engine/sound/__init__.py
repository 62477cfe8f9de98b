"""Sound from what happens: contacts, steps, weather and spoken lines become stems and a mix."""
