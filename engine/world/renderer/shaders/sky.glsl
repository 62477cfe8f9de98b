// The sky without sun and clouds; also what glossy things reflect.
vec3 sky_gradient(vec3 d) {
    float up = d.y;
    vec3 sky = mix(sky_horizon.rgb * 0.88, sky_top.rgb, 1.0 - exp(-max(up, 0.0) * 4.6));
    float toward = max(dot(d, sun_direction.xyz), 0.0);
    float low = 1.0 - clamp(sun_direction.y * 1.6, 0.0, 1.0);
    vec3 glow = sun_color.rgb * (0.035 + 0.10 * low * low) * pow(toward, 5.0) * exp(-max(up, 0.0) * 2.5 * low);
    sky += glow * (1.0 - 0.85 * sun_direction.w) * (1.0 - 0.8 * sky_top.w * sky_top.w);
    vec3 overcast = mix(sky_horizon.rgb, sky_top.rgb, 0.35);
    sky = mix(sky, overcast, 0.55 * sky_top.w * sky_top.w);
    vec3 below = mix(sky_horizon.rgb * 0.88, ground_color.rgb * dot(sky_horizon.rgb, vec3(0.5)), smoothstep(0.0, 0.35, -up));
    return up < 0.0 ? below : sky;
}
// Light that a surface with that normal gets from the whole sky and ground.
vec3 sky_ambient(vec3 n) {
    vec3 sky = mix(sky_horizon.rgb, sky_top.rgb, 0.25 + 0.4 * max(n.y, 0.0));
    vec3 ground = ground_color.rgb * (0.55 * sky_horizon.rgb + 0.12 * sun_color.rgb * max(sun_direction.y, 0.0));
    vec3 all = mix(ground, sky, 0.5 + 0.5 * n.y);
    return mix(all, vec3(dot(all, vec3(0.3, 0.5, 0.2))), 0.4) * ground_color.w;
}
