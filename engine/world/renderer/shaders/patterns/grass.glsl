// Meadow: broad drifts of colour, tufts, blades, a few dry spots; each layer fades before it shimmers.
void pattern(inout Look look, Place at) {
    vec2 uv = at.uv;
    float drift = fbm(uv * 0.11 + at.seed * 9.0), tuft = value_noise(uv * 1.9 + drift * 3.0);
    float clump = value_noise(uv * 7.3 + tuft * 2.0);
    vec2 lean = uv + 0.02 * vec2(clump, tuft);
    float blade = value_noise(vec2(lean.x * 88.0 + tuft * 5.0, lean.y * 21.0));
    float blade2 = value_noise(vec2(lean.x * 29.0 - lean.y * 60.0, lean.x * 16.0 + lean.y * 11.0));
    float near = seen(0.03, at), middle = seen(0.3, at);
    float blades = max(blade * 0.65, blade2) * 0.8 + blade * 0.2;
    vec3 green = mix(at.color, at.color2, smoothstep(0.25, 0.75, drift));
    vec3 dry = vec3(dot(green, vec3(0.5, 0.5, 0.2))) * vec3(1.25, 1.08, 0.45);
    green = mix(green, dry, 0.45 * smoothstep(0.52, 0.8, value_noise(uv * 0.37 + 40.0)));
    green *= mix(1.0, 0.72 + 0.56 * tuft, 0.5 * seen(1.2, at) + 0.2);
    green *= mix(1.0, 0.7 + 0.6 * clump, middle);
    green *= mix(1.0, 0.45 + 1.05 * blades, near);
    green = mix(green, green * vec3(1.25, 1.2, 0.6), near * smoothstep(0.72, 0.95, blade2) * 0.8);
    look.color = green;
    look.roughness = 0.9;
    look.height = near * 0.010 * blades + middle * 0.02 * clump;
}
